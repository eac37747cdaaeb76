import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { may, type Staff } from './caller'
import { contextOf } from './context'
import type { Permission } from './permissions'

/** Who looks at the page, known by cookie, for pages are not for programs: looked up once for all that it shows and asks. */
export const visit = cache(async () => {
  const its = new Headers(await headers())
  its.delete('authorization')
  return { ...(await contextOf(its)), headers: its }
})

/** Whoever looks at a page of the desk: to be awaited before the page asks or shows anything. */
export async function visitor(permission: Permission): Promise<Staff> {
  const { caller, headers } = await visit()
  if (caller.kind !== 'staff' || caller.passwordIsOneTime)
    redirect(`/sign-in?next=${encodeURIComponent(headers.get('x-path') ?? '/admin')}`)
  if (!may(caller, permission)) forbidden()
  return caller
}
