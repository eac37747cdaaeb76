import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, expect, it } from 'vitest'
import { as } from '@/server/testing/callers'
import { freePort } from '@/server/testing/running-shop'
import { aStory, deliveriesTo, storyOfOrder, until, withReceivers } from '@/server/testing/webhook-stories'

const { endpoint } = withReceivers()
const api = as('admin')

const running: (() => void)[] = []
afterEach(() => {
  for (const end of running.splice(0)) end()
})

/** The example's own program, as somebody else would run it. */
async function theExample(port: number, secret: string) {
  const child = spawn(process.execPath, ['examples/webhook-receiver/receiver.js'], {
    env: { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(() => child.kill())
  const said: string[] = []
  const lines = createInterface(child.stdout)
  await once(lines, 'line')
  lines.on('line', (line) => said.push(line))
  return said
}

it('the example verifies what it is told, does each thing once, and believes nobody else', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const its = await endpoint({ url })
  const said = await theExample(port, its.secret)
  const orderId = await aStory()
  await until(async () => expect(await deliveriesTo(its, '?status=ARRIVED')).toHaveLength(4))
  const heard = () => said.map((line) => line.split(' ').slice(1, 3))
  await until(() => expect(heard()).toEqual(storyOfOrder.map((type) => [type, orderId])))

  const [{ eventId } = { eventId: '' }] = await deliveriesTo(its)
  await api('POST', `/api/webhooks/${its.id}/deliveries/${eventId}/resend`)
  expect((await api('POST', `/api/webhooks/${its.id}/test`)).body).toMatchObject({ arrived: true, code: 204 })
  await until(async () => {
    const [last] = await deliveriesTo(its, '?status=ARRIVED')
    expect(last).toMatchObject({ eventId, attempts: [{ redrive: 0 }, { redrive: 1 }] })
  })
  expect(said.filter((line) => line.includes('OrderShipped'))).toHaveLength(1)
  await until(() => expect(said.at(-1)).toContain('webhook.test'))

  const forged = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({ type: 'OrderPaid', data: {} }),
    headers: {
      'webhook-id': 'forged',
      'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
      'webhook-signature': 'v1,bm8gc2lnbmF0dXJl',
    },
  })
  expect(forged.status).toBe(401)
  expect(said).toHaveLength(5)
})
