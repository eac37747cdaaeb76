import { NextRequest } from 'next/server'
import { expect } from 'vitest'
import type { Problem } from '@/server/problem'
import { expectAsDescribed } from './described'
import { appFolder, routes } from './doors'

type Params = Record<string, string | string[]>
type Handler = {
  (request: NextRequest, context: { params: Promise<Params> }): Promise<Response>
  description?: unknown
}

type Answer<T> = { status: number; headers: Headers; text: string; body: T }

/**
 * Calls a route handler as Next does, found by its path, and holds its answer against the document. A body that is a string, bytes or a stream is sent
 * as it stands, anything else as JSON.
 */
export async function api<T = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const request = new NextRequest(new URL(path, 'http://localhost:3000'), {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      // Who has a cookie is a browser, and says by itself that a page of ours asks.
      ...(headers.cookie && { 'sec-fetch-site': 'same-origin' }),
      ...headers,
    },
    ...(body !== undefined && { body: isRaw(body) ? body : JSON.stringify(body), duplex: 'half' }),
  })
  const { folder, params } = resolve(request.nextUrl.pathname)
  const handlers: Record<string, Handler> = await import(`${appFolder}/${folder}/route.ts`)
  const response = await handlers[method](request, { params: Promise.resolve(params) })
  const text = await response.text()
  const answer = {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson(response) && text ? JSON.parse(text) : undefined,
  }
  if (handlers[method].description) await expectAsDescribed({ method, path: `/${folder}` }, answer)
  return answer
}

/** The answer's problem document, checked to be one, whole and without a word about our insides. */
export function problemIn({ status, headers, text, body }: Answer<unknown>, expected: number): Problem {
  const problem = body as Problem
  expect(status, text).toBe(expected)
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
    title: expect.stringMatching(/\w/),
    status: expected,
    detail: expect.stringMatching(/\w/),
    error: problem.detail,
  })
  expect(text).not.toMatch(/failed query|\binsert into\b|\bselect .* from\b|drizzle|node_modules| at .*\.ts/i)
  return problem
}

/** The pointers of all faults that a 400 names. */
export function faultsIn(answer: Answer<unknown>): string[] {
  return (problemIn(answer, 400).errors ?? []).map(({ pointer }) => pointer)
}

/** Walks a list to its end along its Link headers, asking as somebody who may, and answers its pages. */
export async function pagesOf<T>(
  ask: typeof api,
  path: string,
  between: () => Promise<unknown> = async () => {},
): Promise<T[][]> {
  const pages: T[][] = []
  for (let next: string | undefined = path; next; ) {
    const { status, headers, body, text }: Answer<T[]> = await ask<T[]>('GET', next)
    expect(status, text).toBe(200)
    pages.push(body)
    next = nextOf(headers)
    if (next) await between()
  }
  return pages
}

/** Where the list goes on, if it does. */
export const nextOf = (headers: Headers) => /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]

const isJson = ({ headers }: Response) =>
  /^application\/(json|problem\+json)/.test(headers.get('content-type') ?? '')

function resolve(pathname: string): { folder: string; params: Params } {
  for (const folder of routes) {
    const pattern = folder
      .replaceAll(/\/\[\[\.\.\.(\w+)\]\]/g, '(?:/(?<$1>.*))?')
      .replaceAll(/\[\.\.\.(\w+)\]/g, '(?<$1>.+)')
      .replaceAll(/\[(\w+)\]/g, '(?<$1>[^/]+)')
    const found = new RegExp(`^/${pattern}$`).exec(pathname)
    if (found) {
      const given = Object.entries(found.groups ?? {}).map(([name, value]) => [
        name,
        folder.includes('...') ? (value ?? '').split('/').map(decodeURIComponent) : decodeURIComponent(value),
      ])
      return { folder, params: Object.fromEntries(given) }
    }
  }
  throw new Error(`No route of the API has the path ${pathname}`)
}

function isRaw(body: unknown): body is BodyInit {
  return typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
}
