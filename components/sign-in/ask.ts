import type { Problem } from '@/server/problem'

/** What the server made of it: its answer, or at which field something is wrong and what. */
export type Asked<T> = { answer: T } | { faults: Record<string, string>; kind: string }

/** Sends a form to the server. What is not about one field is said at `elsewhere`, the last one. */
export async function ask<T>(path: string, body: object, elsewhere: string): Promise<Asked<T>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  if (!response) return { faults: { [elsewhere]: 'The server did not answer. Try again.' }, kind: 'away' }
  const said = await response.json()
  return response.ok ? { answer: said } : faultsIn(said, elsewhere)
}

export function faultsIn({ errors, detail, type }: Problem, elsewhere: string) {
  const faults: Record<string, string> = {}
  for (const { pointer, detail } of errors ?? []) faults[pointer.slice(1)] ??= sentence(detail)
  if (!errors) faults[elsewhere] = detail
  return { faults, kind: type.replace('/problems/', '') }
}

/** Schemas say "must have …" of a field; beside it, it is a sentence. */
const sentence = (text: string) => `This ${text.replace(/\.$/, '')}.`
