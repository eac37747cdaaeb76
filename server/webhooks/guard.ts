import dns, { type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { settings } from '../platform/settings'

/*
 * What is sent to endpoints goes where somebody else has said: it must not reach what stands behind our own walls. Every
 * address is looked at, the one that is written and each that a name resolves to, when the endpoint is made and again when
 * the connection is; and it is connected to the address that was looked at, so that no name can mean another in between.
 */

/** Networks that are nobody's in public, and that `ipaddr.js` takes for ordinary ones, or that hold an IPv4 address within. */
const closed = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fec0::/10',
].map((network) => ipaddr.IPv6.parseCIDR(network))

/** Where all public IPv6 addresses are. */
const open = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an address, as `dns.lookup` or a URL has it, is one of the public internet. What cannot be read is not. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  if (parsed instanceof ipaddr.IPv4) return true
  return parsed.match(open) && !closed.some((network) => parsed.match(network))
}

/** Names that mean this machine or this network, whatever they resolve to. */
const LOCAL = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|arpa)$/

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

/** What is wrong with a URL by its looks, if anything is. A URL writes an IPv4 address one way, however it was given. */
export function faultIn(text: string): string | undefined {
  if (!URL.canParse(text)) return 'must be a URL like https://example.com/hooks'
  const url = new URL(text)
  const { webhooksAllowPrivate: anywhere } = settings()
  if (url.protocol !== 'https:' && !(anywhere && url.protocol === 'http:')) return 'must begin with https://'
  if (url.username || url.password) return 'must not hold a name or a password: deliveries are signed instead'
  if (url.hash) return 'must not have a # part: it is never sent'
  if (anywhere) return
  if (url.port) return `must be on port 443, not ${url.port}`
  const host = hostOf(url)
  if (LOCAL.test(host.replace(/\.+$/, '').toLowerCase())) return `names this network: ${host}`
  if (ipaddr.isValid(host) ? !isPublic(host) : !host.includes('.')) return `is not a public address: ${host}`
}

/** The same with what its name resolves to now. */
export async function faultAt(text: string): Promise<string | undefined> {
  const fault = faultIn(text)
  if (fault || settings().webhooksAllowPrivate) return fault
  const host = hostOf(new URL(text))
  try {
    await publicAddresses(host)
  } catch (error) {
    return (error as Error).message
  }
}

/** Resolves a name as a connection asks for it, and refuses it when one of its addresses is not public. */
export const lookup: LookupFunction = (hostname, options, done) => {
  publicAddresses(hostname).then(
    (addresses) => {
      const [first] = addresses
      if (options.all) done(null, addresses as never)
      else done(null, first.address, first.family)
    },
    (error) => done(error, '', 0),
  )
}

/** Names that are being resolved: one that nobody answers for holds one thread of the process, and not all of them. */
const resolving = new Map<string, Promise<LookupAddress[]>>()

function resolve(hostname: string): Promise<LookupAddress[]> {
  const known = resolving.get(hostname)
  if (known) return known
  const asked = new Promise<LookupAddress[]>((found, failed) =>
    dns.lookup(hostname, { all: true }, (error, addresses) => {
      if (error) failed(new Error(`does not resolve: ${hostname} (${error.code})`))
      else found(addresses)
    }),
  ).finally(() => resolving.delete(hostname))
  resolving.set(hostname, asked)
  return asked
}

async function publicAddresses(hostname: string): Promise<[LookupAddress, ...LookupAddress[]]> {
  const addresses = await resolve(hostname)
  const [first, ...more] = addresses
  if (!first) throw new Error(`does not resolve: ${hostname}`)
  const inside = settings().webhooksAllowPrivate
    ? undefined
    : addresses.find(({ address }) => !isPublic(address))
  if (inside) throw new Error(`is not a public address: ${hostname} is ${inside.address}`)
  return [first, ...more]
}
