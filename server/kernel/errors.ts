/** One fault in a request, and where it stands (RFC 6901 JSON pointer). */
type Fault = { pointer: string; detail: string }

type Refusal = {
  /** Stable slug of the problem's kind, such as `price-changed`; callers may branch on it. */
  kind?: string
  errors?: Fault[]
  /** Further members of the problem document. */
  extra?: Record<string, unknown>
}

/**
 * A refusal that the caller can understand: a value has the wrong form (INVALID), the facts are against it
 * (UNPROCESSABLE), the thing is not there (NOT_FOUND), the present state forbids it (CONFLICT), we do not know who asks
 * (UNAUTHENTICATED), he may not (FORBIDDEN), or not so much of it at once (TOO_MANY).
 * Anything that is not a DomainError is a bug.
 */
export class DomainError extends Error {
  constructor(
    readonly code:
      | 'INVALID'
      | 'UNPROCESSABLE'
      | 'NOT_FOUND'
      | 'CONFLICT'
      | 'UNAUTHENTICATED'
      | 'FORBIDDEN'
      | 'TOO_MANY',
    message: string,
    readonly refusal: Refusal = {},
  ) {
    super(message)
    this.name = 'DomainError'
  }
}

export const invalid = (message: string, refusal?: Refusal) => new DomainError('INVALID', message, refusal)
export const unprocessable = (message: string, refusal?: Refusal) =>
  new DomainError('UNPROCESSABLE', message, refusal)
export const notFound = (what: string, id: string) =>
  new DomainError('NOT_FOUND', `${what} ${id} does not exist`)
export const conflict = (message: string, refusal?: Refusal) => new DomainError('CONFLICT', message, refusal)
export const unauthenticated = (message: string, refusal?: Refusal) =>
  new DomainError('UNAUTHENTICATED', message, refusal)
export const forbidden = (message: string, refusal?: Refusal) =>
  new DomainError('FORBIDDEN', message, refusal)
export const tooMany = (message: string, refusal: Refusal) => new DomainError('TOO_MANY', message, refusal)
