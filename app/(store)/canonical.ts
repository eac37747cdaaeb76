import { headers } from 'next/headers'

/** The one address of a page, at the host where it was asked for: the shop need not be told where it stands. */
export async function canonical(path: string): Promise<string> {
  const asked = await headers()
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost'
  return `${asked.get('x-forwarded-proto') ?? 'http'}://${host}${path}`
}
