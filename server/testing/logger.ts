/*
 * A process for the tests of the log. With `closed` nobody reads what it says, and whatever fails is told by another line, as
 * Next does; it ends with how often that was.
 */
import { DrizzleQueryError } from 'drizzle-orm'
import { askForRequestId, bearClosedOutput, inStory, log, takeConsole } from '../platform/log'

const [, , what] = process.argv

if (what === 'closed') {
  let failed = 0
  process.on('uncaughtException', (error) => {
    // Next would go on for ever.
    if (failed++ < 100) console.error(error)
  })
  bearClosedOutput()
  process.once('message', async () => {
    for (let line = 0; line < 3; line++) {
      log.info('nobody hears this')
      console.log('nor this')
      // Until it has failed, or would have gone out.
      await new Promise((resolve) => process.stdout.write('.', resolve))
      await new Promise(setImmediate)
    }
    process.send?.({ failed })
    process.disconnect()
  })
} else {
  takeConsole()
  log.info('plain')
  askForRequestId(() => 'request-1')
  inStory('story-1', () => log.warn({ module: 'orders', attempt: 2 }, 'within'))
  const refused = Object.assign(new Error('violates check constraint'), {
    code: '23514',
    detail: 'Failing row contains (Ada)',
  })
  log.error({ error: new DrizzleQueryError('insert into people values ($1)', ['Ada'], refused) }, 'drizzle')
  log.error({ error: refused }, 'bare')
  console.error('Next says', refused, '\u001b[31mred\u001b[0m')
  console.log('two\nlines')
}
