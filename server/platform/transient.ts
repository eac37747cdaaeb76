/**
 * SQLSTATEs that say "not now" rather than "not so": class 08 connection exceptions, serialization failure, deadlock,
 * class 53 (out of connections…), class 57P (the server stops or starts), a transaction that
 * slept too long, a lock that did not come.
 */
const codes = /^(08|53)...$|^40001$|^40P01$|^57P0.$|^(25P03|55P03)$/
const network = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/
const messages =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i

/** Whether the database, and not the work, was at fault: trying again soon will do. */
export function isTransient(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : ''
    if (codes.test(code) || network.test(code) || messages.test(cause.message)) return true
  }
  return false
}
