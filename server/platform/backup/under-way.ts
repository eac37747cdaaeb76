import { processWide } from '../process-wide'

/** Whether a backup is being made: meanwhile nothing that it needs may be cleared away. */
export const backupUnderWay = processWide<true>('backup')
