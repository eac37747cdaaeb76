import { getContractMap } from '@/server/contract-map'
import { procedure } from '../trpc'

/** Every event as it is declared, beside what the log has of it. */
export const contractMap = procedure('events:read').query(() => getContractMap())
