/** Where signing in leads to: a path of ours, whatever stands in the address. */
export function wayBack(next: unknown): string {
  const home = '/admin'
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return home
  const { origin, pathname, search } = new URL(next, 'http://here.invalid')
  // Not back to the very page: whoever is signed in is sent on from there. And `/x/..//elsewhere` is a path until it is tidied.
  const ours = origin === 'http://here.invalid' && !pathname.startsWith('//')
  return ours && pathname !== '/sign-in' ? `${pathname}${search}` : home
}
