import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { readBody, readJsonText, refuseDeep } from './body'

const request = (body: BodyInit, type = 'application/json') =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit)

const nested = (depth: number) => `${'{"a":['.repeat(depth / 2)}${']}'.repeat(depth / 2)}`

describe('a body', () => {
  afterEach(() => vi.useRealTimers())

  it('may be nested twenty deep, and no deeper', async () => {
    await expect(readBody(request(nested(20)), z.unknown())).resolves.toBeDefined()
    await expect(readBody(request(nested(22)), z.unknown())).rejects.toMatchObject({ status: 400 })
    expect(() => refuseDeep('['.repeat(21))).toThrow('nested at most 20 deep')
  })

  it('is not called deep for brackets that stand in its texts', () => {
    const text = JSON.stringify({ a: '[{'.repeat(50), 'b"\\': `\\"${'['.repeat(50)}`, c: ['\\', ']]]'] })
    expect(() => refuseDeep(text)).not.toThrow()
  })

  it('is looked through in one go, however it is broken', () => {
    const began = performance.now()
    for (const odd of ['"\\', '\\"', '"', '[]', '{"']) {
      try {
        refuseDeep(odd.repeat(32_768))
      } catch {}
    }
    expect(performance.now() - began).toBeLessThan(500)
  })

  it('is refused when it is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')])
    await expect(readBody(request(bytes), z.unknown())).rejects.toMatchObject({ status: 400 })
  })

  it('is not waited for longer than five seconds', async () => {
    vi.useFakeTimers()
    const dribbling = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array([0x7b])),
    })
    const answer = readJsonText(request(dribbling)).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await answer).toMatchObject({ status: 408, headers: { connection: 'close' } })
  })
})
