import { afterEach, describe, expect, it, vi } from 'vitest'
import { version } from '@/package.json'
import { processWide } from '@/server/platform/process-wide'
import { api } from '@/server/testing/http-client'

const database = processWide<unknown>('database')

describe('health', () => {
  afterEach(() => vi.restoreAllMocks())

  it('says how the system is, and what it runs on', async () => {
    const { status, body } = await api('GET', '/api/health')
    expect(status).toBe(200)
    expect(body).toEqual({
      status: body.deadLetters === 0 ? 'ok' : 'degraded',
      database: expect.stringMatching(/Postgres/),
      engine: process.env.ROAD === 'inngest' ? 'inngest' : 'embedded',
      oldestDueSeconds: expect.any(Number),
      deadLetters: expect.any(Number),
      version,
    })
  })

  it('is 503 and down when the database cannot be reached, and does not tell more than that', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { GET } = await import('./route')
    const open = database.get()
    database.set(undefined)
    const answer = GET({} as never, { params: Promise.resolve({}) })
    const response = await answer.finally(() => database.set(open))
    expect(response.status).toBe(503)
    const body = await response.json()
    expect(body).toMatchObject({ status: 'down', version })
    expect(JSON.stringify(body)).not.toContain('boot()')
  })
})
