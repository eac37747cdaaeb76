import { version } from '../package.json'
import { connected } from './platform/database/connect'
import { deliveryStatus } from './platform/delivery-status'
import { settings } from './platform/settings'

/** How the system is. A dead letter makes it degraded; only what keeps it from working makes it down. */
export async function getHealth() {
  const { engine } = settings()
  try {
    const { dead, oldestDueSeconds } = await deliveryStatus()
    return {
      status: dead > 0 ? ('degraded' as const) : ('ok' as const),
      database: connected().name,
      engine,
      oldestDueSeconds,
      deadLetters: dead,
      version,
    }
  } catch (error) {
    console.error('The health check failed.', error)
    return {
      status: 'down' as const,
      database: 'unreachable',
      error: 'The database cannot be reached',
      engine,
      version,
    }
  }
}
