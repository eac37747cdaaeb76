import { reactionTo } from './deliver'
import { sweep } from './sweep'

/** Who tells endpoints, as the engine and Inngest want it. */
export const webhooks = { reactionTo, sweep }
