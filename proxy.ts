import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { arrivalOf } from './server/access/arrivals'
import { countAddress } from './server/access/floods'
import { HttpRefusal } from './server/problem'

/**
 * Every page is written for one request, with a nonce of its own. Who may see it is asked by the page itself: what stands
 * in front of a page can be gone around.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  try {
    await countAddress({ cost: 'read' }, arrivalOf(request.headers))
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error
    return new Response(error.message, { status: error.status, headers: error.headers })
  }
  const nonce = randomBytes(16).toString('base64')
  const headers = new Headers(request.headers)
  // Next reads the nonce from here, and puts it on its own scripts; what is ours reads it from the other.
  headers.set('content-security-policy', policy(nonce))
  headers.set('x-nonce', nonce)
  // Pages are not told their address: the one they were asked by is where signing in leads back to.
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set('content-security-policy', policy(nonce))
  return answer
}

/** Pages: all that is neither the API, nor what machines read, nor a file. */
export const config = {
  matcher: '/((?!api(?:/|$)|metrics$|_next/static/|products/[^/]*\\.svg$|icon\\.svg$).*)',
}

const development = process.env.NODE_ENV === 'development'

/** A page runs the scripts that carry its nonce and what those load themselves, and speaks with us only. */
function policy(nonce: string): string {
  const directives = {
    'default-src': "'self'",
    // In development React finds out where an error was with eval.
    'script-src': `'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // In development Next's overlay brings styles of its own.
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // The server writes lengths and places into elements (a bar, a row, what recharts and Base UI lay out): no rule can be
    // brought in by that, only what one element looks like.
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'object-src': "'none'",
    'frame-src': "'none'",
    'worker-src': "'none'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
  }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
