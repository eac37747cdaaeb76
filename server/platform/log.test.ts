import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const script = ['--import', 'tsx', 'server/testing/logger.ts']

it('is a line of JSON each, with the request and the story that it belongs to, and no values of anybody', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, script)
  expect(stderr).toBe('')
  expect(stdout).not.toContain('Ada')
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(lines).toEqual([
    { level: 'info', time, message: 'plain' },
    {
      level: 'warn',
      time,
      message: 'within',
      requestId: 'request-1',
      correlationId: 'story-1',
      module: 'orders',
      attempt: 2,
    },
    {
      level: 'error',
      time,
      message: 'drizzle',
      requestId: 'request-1',
      error: expect.stringMatching(/check constraint\n +at .*logger\.ts/),
    },
    {
      level: 'error',
      time,
      message: 'bare',
      requestId: 'request-1',
      error: expect.stringContaining('check'),
    },
    {
      level: 'error',
      time,
      message: expect.stringMatching(/^Next says Error: violates[\s\S]* red$/),
      requestId: 'request-1',
    },
    { level: 'info', time, message: 'two\nlines', requestId: 'request-1' },
  ])
})

it('does not keep the process busy with itself when nobody reads it any more', async () => {
  const child = spawn(process.execPath, [...script, 'closed'], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  await once(child, 'spawn')
  for (const stream of [child.stdout, child.stderr]) stream?.destroy()
  child.send('go')
  const [told] = await once(child, 'message')
  expect(told).toEqual({ failed: 0 })
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})
