/** Where signing in leads to: a path of ours, whatever stands in the address. */
export function wayBack(next: unknown): string {
  const home = '/admin'
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return home
  const { origin, pathname, search } = new URL(next, 'http://here.invalid')
  // Not back to the very page: whoever is signed in is sent on from there.
  return origin === 'http://here.invalid' && pathname !== '/sign-in' ? `${pathname}${search}` : home
}
