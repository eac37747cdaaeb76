import { type NextRequest, NextResponse } from 'next/server'

export const config = { matcher: '/admin/:path*' }

/** Pages are not told their address: the one they were asked by is where signing in leads back to. */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers)
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  return NextResponse.next({ request: { headers } })
}
