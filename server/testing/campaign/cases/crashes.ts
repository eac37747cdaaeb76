import { setTimeout as wait } from 'node:timers/promises'
import type { FaultPoint } from '@/server/platform/fault-points'
import type { Case } from '../case'
import type { Hop } from '../faults'
import { deadLetters, expect, type Stage, settle, statuses } from '../stage'
import { buyOf } from './purchases'

const inside: FaultPoint[] = ['before claim', 'after claim', 'before commit', 'after commit']
const outside: FaultPoint[] = [
  'before claim',
  'after claim',
  'before call',
  'after call',
  'before commit',
  'after commit',
]

/** Where a process can die on an order's way: eight hops, and the points that each has. */
const hops: [Hop, FaultPoint[]][] = [
  ['command', ['before commit', 'after commit']],
  ['OrderPlaced', inside],
  ['InventoryReserved', inside],
  ['OrderConfirmed', outside],
  ['PaymentProcessed', inside],
  ['OrderPaid', inside],
  ['ShipmentCreated', inside],
  ['OrderShipped', inside],
]
type Spot = { of: Hop; at: FaultPoint }

const SPOTS_OF_A_SAMPLE = 4

/** A process is killed at each of these spots, one after the other; in a sample at some of them. */
export const crashAt = (spots: Spot[]): Case => ({
  id: 'C1',
  says: 'SIGKILL at each point of each hop',
  sample: 20,
  full: 200,
  of: 'orders a spot',
  run: async (stage) => {
    const chosen = stage.full ? spots : stage.random.shuffle(spots).slice(0, SPOTS_OF_A_SAMPLE)
    const buy = await buyOfAFreshShop(stage)
    for (const spot of chosen) await killAt(stage, spot, buy)
  },
})

export const c1 = crashAt(hops.flatMap(([of, points]) => points.map((at) => ({ of, at }))))

async function buyOfAFreshShop(stage: Stage) {
  await stage.fleet.start()
  const buy = await buyOf(stage)
  await stage.fleet.stop()
  return buy
}

async function killAt(stage: Stage, { of, at }: Spot, buy: Awaited<ReturnType<typeof buyOf>>) {
  const { fleet, shop, random, size } = stage
  const what = `${at} of ${of}`
  // Half of the orders at most are through when it dies; a declined one comes no further than its payment.
  const dying = await fleet.start({ ends: { by: 'SIGKILL', at, of, nth: random.int(1, size / 4) } })
  fleet.prepare()
  const customers = shop.crowd(size, 10, buy)
  const died = await Promise.race([dying.ended.then(() => true), wait(30_000, false, { ref: false })])
  expect(stage, died, `${what}: the process never came so far as to be killed`)
  await fleet.start()
  const healedAt = Date.now()
  await customers
  await settle(stage, what, { healedAt })
  await fleet.stop()
}

export const c2: Case = {
  id: 'C2',
  says: 'One of two processes killed every 300 to 500 ms',
  sample: 100,
  full: 1_000,
  of: 'orders',
  run: async (stage) => {
    const { fleet, shop, random, size } = stage
    await Promise.all([fleet.start(), fleet.start()])
    const customers = shop.crowd(size, 8, await buyOf(stage))
    let open = true
    customers.finally(() => {
      open = false
    })
    while (open) {
      fleet.prepare()
      await wait(random.int(300, 500))
      const [victim] = random.shuffle(fleet.up())
      await Promise.all([victim?.kill(), fleet.start()])
    }
    await customers
    await Promise.all(fleet.up().map((app) => app.kill()))
    await fleet.start()
    await settle(stage, '', { healedAt: Date.now() })
  },
}

/** So many processes die of one delivery at most before it is buried; see claims.ts. */
const MOST_DEATHS = 11

export const c14: Case = {
  id: 'C14',
  says: 'One delivery kills each process that tries it: it is buried, and the others have gone on',
  sample: 40,
  full: 200,
  of: 'good orders',
  run: async (stage) => {
    const { fleet, shop, size } = stage
    const idle = await fleet.start({ idle: true })
    const buy = await buyOf(stage)
    const lethal = await shop.buy(buy())
    const good = await shop.crowd(size, 8, buy)
    await idle.kill()

    let deaths = 0
    while ((await deadLetters()).length === 0 && deaths <= MOST_DEATHS) {
      fleet.prepare()
      const { ended } = await fleet.start({
        ends: { by: 'SIGKILL', at: 'before claim', of: 'OrderPlaced', lane: lethal, nth: 1 },
      })
      if (await Promise.race([ended.then(() => true), untilBuried()])) deaths++
    }
    const dead = await deadLetters()
    expect(
      stage,
      dead.length === 1,
      `${dead.length} deliveries are dead after ${deaths} deaths, and 1 should be`,
    )
    await settle(stage, 'while it is buried', { healedAt: Date.now() })
    const { PENDING = 0, CONFIRMED = 0, PAID = 0 } = await statuses(good)
    expect(stage, PENDING + CONFIRMED + PAID === 0, 'good orders did not come to their end')

    await fleet.stop()
    await fleet.start()
    await shop.redrive(dead)
    await settle(stage, 'after the redrive', { healedAt: Date.now() })
    const left = await deadLetters()
    expect(stage, left.length === 0, 'it is dead again after the redrive')
    stage.notes.push(`${deaths} processes died of it before it was buried`)
  },
}

/** Answers false when there is a dead letter. */
async function untilBuried(): Promise<false> {
  while ((await deadLetters()).length === 0) await wait(50)
  return false
}
