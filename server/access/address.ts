import { isIP } from 'node:net'

/**
 * Where a request came from. What X-Forwarded-For says at its left anybody may write; only what trusted hops added at its
 * right counts. With no such hop the connection itself is all there is to go by.
 */
export function addressOf(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedHops: number,
): string | undefined {
  if (trustedHops === 0) return plain(peer)
  const told = String(forwardedFor ?? '').split(',')
  // Shorter than it has to be: it did not come by the hops, so nothing in it was written by them.
  return plain(told.at(-trustedHops)) ?? plain(peer)
}

/** An IP address without port, zone and brackets, and an IPv4 one that was written as IPv6 as what it is. */
function plain(text: string | undefined): string | undefined {
  const address = text
    ?.trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=[\d.]+$)/i, '')
  return address && isIP(address) ? address.toLowerCase() : undefined
}

/** Who is counted as one: an IPv4 address, or the /64 that a single IPv6 customer has to himself. */
export function neighbourhood(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
