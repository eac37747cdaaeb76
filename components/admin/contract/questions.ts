import type { Outputs } from '@/components/trpc-provider'
import { figure } from '../figures'

export type ContractMap = Outputs['contract']

/** Which event is open beside the list, by its name. */
export const openEvent = (value: string) => (/^\w{1,64}$/.test(value) ? value : undefined)

/** How often an event was said lately, as far as it was counted. */
export const lately = ({ lately }: { lately: number }, { mostCounted }: Pick<ContractMap, 'mostCounted'>) =>
  lately >= mostCounted ? `${figure(mostCounted)}+` : figure(lately)
