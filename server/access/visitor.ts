import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { auditRefusal } from './audit'
import { may, type Staff } from './caller'
import { inContext } from './context'
import { contextOf } from './context-of'
import type { Permission } from './permissions'

/** Who looks at the page, known by cookie, for pages are not for programs: looked up once for all that it shows and asks. */
export const visit = cache(async () => {
  const its = new Headers(await headers())
  its.delete('authorization')
  return { ...(await contextOf(its)), headers: its }
})

/**
 * Whoever looks at a page of the desk: to be awaited before the page asks or shows anything. What is for all of the
 * `staff` needs no permission.
 */
export async function visitor(rule: Permission | 'staff'): Promise<Staff> {
  const visited = await visit()
  const { caller, headers } = visited
  if (caller.kind !== 'staff' || caller.passwordIsOneTime)
    redirect(`/sign-in?next=${encodeURIComponent(headers.get('x-path') ?? '/admin')}`)
  if (rule !== 'staff' && !may(caller, rule)) {
    const target = headers.get('x-path') ?? '/admin'
    inContext(visited, () => auditRefusal('refused', { target, after: { status: 403, needs: rule } }))
    forbidden()
  }
  return caller
}
