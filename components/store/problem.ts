/** The problem document (RFC 9457) that the server sends with a refusal. */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  errors?: { pointer: string; detail: string }[]
  items?: { sku: string; unitPrice: number; currentPrice: number }[]
}

/** The problem behind an error of a call, if the server had one to tell. */
export function problemOf(error: unknown): Problem | undefined {
  const problem = (error as { data?: { problem?: Problem } } | null)?.data?.problem
  return typeof problem?.type === 'string' ? problem : undefined
}

export function isProblem(error: unknown, kind: string): boolean {
  return problemOf(error)?.type.endsWith(kind) ?? false
}
