import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { conflict } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/id'
import { Probe, probes } from '@/server/testing/probe'
import { countClaim, uncountClaim } from './claims'
import { type Connection, connected, type Database, db } from './database/connect'
import { discard, redrive } from './dead-letters'
import { headsOf } from './deliveries'
import { drain, type Step } from './drain'
import { takeRoad } from './pokes'
import { processWide } from './process-wide'
import { calling, type Reactions } from './reactions'
import { sweep } from './sweep'
import { deliveries, events } from './tables'

const direct: Step = (_, work) => work()
const listen = (hear: (n: number) => Promise<void> | void): Reactions => ({
  StockAdjusted: async ({ payload }) => hear(payload.onHand),
})
const run = (lane: string, reactions: Reactions) => drain(lane, 'probe', reactions, direct)
const ledger = (lane: string) =>
  db()
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.lane, lane), eq(deliveries.module, 'probe')))
    .orderBy(asc(deliveries.sequence))
const makeDue = (lane: string) =>
  db().update(deliveries).set({ nextAttemptAt: sql`clock_timestamp()` }).where(eq(deliveries.lane, lane))

describe('draining a lane', () => {
  it('delivers in the order of the sequence', async () => {
    const heard: number[] = []
    const lane = await probes(1, 2, 3, 4, 5)
    await run(
      lane,
      listen((n) => void heard.push(n)),
    )
    expect(heard).toEqual([1, 2, 3, 4, 5])
  })

  it('has one effect when every poke is doubled, at once and again later', async () => {
    const lane = await probes(1, 2, 3)
    const effects = new Probe()
    const reactions: Reactions = {
      StockAdjusted: async ({ payload }, uow) => {
        if (payload.sku === 'PROBE') uow.save(effects.say(100 + payload.onHand))
      },
    }
    await Promise.all([run(lane, reactions), run(lane, reactions), run(lane, reactions)])
    await run(lane, reactions)
    await run(lane, reactions)
    const caused = await db().select().from(events).where(eq(events.aggregateId, effects.id))
    expect(caused).toHaveLength(3)
  })

  it('undoes everything of a try that fails, and holds back what comes after it', async () => {
    const heard: number[] = []
    const lane = await probes(1, 2)
    const outcome = await run(
      lane,
      listen((n) => {
        heard.push(n)
        throw new Error('not today')
      }),
    )
    expect(outcome).toMatchObject({ state: 'waiting', error: 'not today' })
    expect(
      await run(
        lane,
        listen((n) => void heard.push(n)),
      ),
    ).toMatchObject({ state: 'waiting' })
    expect(heard).toEqual([1])
    expect(await ledger(lane)).toMatchObject([
      { attempts: 1, status: 'PENDING' },
      { attempts: 0, status: 'PENDING' },
    ])
  })

  it('tells what failed first of all that was sent in one go, and not that the rest was refused because of it', async () => {
    const lane = await probes(1)
    const reactions: Reactions = {
      StockAdjusted: async (_, { tx, save }) =>
        save(
          new Probe().say(2),
          tx.update(deliveries).set({ attempts: sql`1 / 0` }).where(eq(deliveries.lane, lane)),
        ),
    }
    expect(await run(lane, reactions)).toMatchObject({ state: 'waiting', error: 'division by zero' })
  })

  it('waits half a second, two and eight, give or take a fifth, and is dead after four tries', async () => {
    const lane = await probes(1)
    const waits: number[] = []
    for (let n = 0; n < 3; n++) {
      const failed = await run(
        lane,
        listen(() => Promise.reject(new Error('broken'))),
      )
      if (failed.state === 'waiting') waits.push((failed.dueAt - Date.now()) / Number(process.env.TIME_SCALE))
      await makeDue(lane)
    }
    for (const [n, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(400 * 4 ** n)
      expect(wait).toBeLessThanOrEqual(600 * 4 ** n)
    }
    expect(
      await run(
        lane,
        listen(() => Promise.reject(new Error('broken'))),
      ),
    ).toEqual({ state: 'parked', error: 'broken' })
    expect(await ledger(lane)).toMatchObject([
      { status: 'DEAD', attempts: 4, error: 'broken', errorStack: expect.stringContaining('Error: broken') },
    ])
  })

  it('buries a refusal at once: it would be refused again', async () => {
    const lane = await probes(1)
    await run(
      lane,
      listen(() => Promise.reject(conflict('never'))),
    )
    expect(await ledger(lane)).toMatchObject([{ status: 'DEAD', attempts: 1 }])
  })

  it('counts no try against a delivery for a deadlock or a lost connection', async () => {
    const lane = await probes(1)
    const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' })
    await expect(
      run(
        lane,
        listen(() => Promise.reject(deadlock)),
      ),
    ).rejects.toThrow('deadlock')
    expect(await ledger(lane)).toMatchObject([{ status: 'PENDING', attempts: 0 }])
  })

  it('goes past nothing: another lane is not held back', async () => {
    const broken = await probes(1)
    const well = await probes(1)
    await run(
      broken,
      listen(() => Promise.reject(conflict('never'))),
    )
    expect(
      await run(
        well,
        listen(() => {}),
      ),
    ).toMatchObject({ state: 'empty' })
  })
})

describe('a dead letter', () => {
  const never = listen(() => Promise.reject(conflict('never')))
  const parkedLane = async () => {
    const lane = await probes(1, 2, 3)
    await run(lane, never)
    const [dead] = await ledger(lane)
    if (!dead) throw new Error('The first delivery should be dead')
    return { lane, dead }
  }

  it('parks its successors until it is redriven, and they go on in order', async () => {
    const { lane, dead } = await parkedLane()
    const heard: number[] = []
    const well = listen((n) => void heard.push(n))
    expect(await run(lane, well)).toEqual({ state: 'parked', error: 'never' })
    await redrive(dead, 'ada@example.com')
    expect(await ledger(lane)).toMatchObject([{ attempts: 0, redrives: 1, status: 'PENDING' }, {}, {}])
    await run(lane, well)
    expect(heard).toEqual([1, 2, 3])
  })

  it('lets its successors go on when it is discarded, and says by whom and why', async () => {
    const { lane, dead } = await parkedLane()
    const heard: number[] = []
    await discard(dead, 'ada@example.com', 'known test order')
    await run(
      lane,
      listen((n) => void heard.push(n)),
    )
    expect(heard).toEqual([2, 3])
    expect(await ledger(lane)).toMatchObject([
      { status: 'DISCARDED', resolution: 'ada@example.com: known test order' },
      {},
      {},
    ])
  })

  it('is poked under a fresh id, for Inngest forgets none for a day', async () => {
    const { dead } = await parkedLane()
    const sent = watchPokes()
    await redrive(dead, 'ada@example.com')
    expect(sent()).toMatchObject([{ id: `${dead.eventId}:probe:1`, eventId: dead.eventId }])
  })

  it('is the only kind that can be redriven or discarded', async () => {
    const lane = await probes(1)
    const [pending] = await ledger(lane)
    if (!pending) throw new Error('There should be a delivery')
    await expect(redrive(pending, 'ada@example.com')).rejects.toThrow('The delivery is PENDING')
    await expect(discard(pending, 'ada', 'why')).rejects.toThrow('The delivery is PENDING')
    await expect(redrive({ eventId: newId(), module: 'probe' }, 'ada@example.com')).rejects.toThrow(
      'does not exist',
    )
  })
})

const asking = (call: () => Promise<string>, outcomes: string[] = []) => ({
  StockAdjusted: calling({
    intent: async () => ({ ask: 'this' }),
    call,
    outcome: async (_event, _uow, outcome: string) => void outcomes.push(outcome),
  }),
})

describe('the sweep', () => {
  it('finds what is due and was not heard of, under an id of its own, but nothing that is parked', async () => {
    const lane = await probes(1, 2)
    const id = expect.stringMatching(/:probe:0:0:\d+$/)
    // What the engine's own sweep has locked just now is passed over.
    await vi.waitFor(async () => {
      const ours = (await sweep(0, 100_000)).filter(({ poke }) => poke.lane === lane)
      expect(ours).toMatchObject([{ module: 'probe', poke: { sequence: 1, id } }])
    })
  })

  it('gives up on what kills its process ten times without ever reporting', async () => {
    const lane = await probes(1)
    await db().update(deliveries).set({ swept: 1, claims: 10 }).where(eq(deliveries.lane, lane))
    const heard = vi.fn()
    expect(await run(lane, listen(heard))).toMatchObject({
      state: 'parked',
      error: expect.stringContaining('10 tries began'),
    })
    expect(heard).not.toHaveBeenCalled()
    expect(await ledger(lane)).toMatchObject([{ status: 'DEAD' }])
  })
})

describe('what may have killed its process', () => {
  it('is tried alone, so that a death says who was guilty', async () => {
    const lanes = [await probes(1), await probes(1)]
    await db().update(deliveries).set({ swept: 1, claims: 3 }).where(inArray(deliveries.lane, lanes))
    let open = 0
    let most = 0
    const reactions = asking(async () => {
      most = Math.max(most, ++open)
      // As long as the other would need to come in as well.
      await vi.waitUntil(() => open > 1, { timeout: 300 }).catch(() => {})
      open--
      return 'yes'
    })
    const ends = await Promise.all(lanes.map((lane) => run(lane, reactions)))
    expect(ends).toMatchObject([{ state: 'empty' }, { state: 'empty' }])
    expect(most).toBe(1)
  })

  it('is not counted against it when only the database was away, even if that could not be written at once', async () => {
    const lane = await probes(1)
    await db().update(deliveries).set({ swept: 1 }).where(eq(deliveries.lane, lane))
    const head = (await headsOf('probe', [lane])).get(lane)
    if (!head) throw new Error('There should be a delivery')
    for (let time = 1; time <= 12; time++) {
      expect(await countClaim(head, 'DEAD')).toBe(true)
      await whileAway(() => uncountClaim(head))
    }
    await uncountClaim(head)
    expect(await ledger(lane)).toMatchObject([{ status: 'PENDING', claims: 0 }])
  })
})

/** As if the connection had been cut: whatever is to be written now is refused. */
async function whileAway(work: () => Promise<void>) {
  const connection = processWide<Connection>('database')
  const open = connected()
  const where = () => Promise.reject(new Error('Connection terminated unexpectedly'))
  connection.set({ ...open, db: { update: () => ({ set: () => ({ where }) }) } as unknown as Database })
  await work().finally(() => connection.set(open))
}

describe('a reaction that talks to the outside', () => {
  it('is held while it does: a second run asks nothing', async () => {
    const lane = await probes(1)
    let answer = (_: string) => {}
    const call = vi.fn(() => new Promise<string>((resolve) => (answer = resolve)))
    const outcomes: string[] = []
    const first = run(lane, asking(call, outcomes))
    await vi.waitFor(() => expect(call).toHaveBeenCalled())
    expect(await run(lane, asking(call, outcomes))).toEqual({ state: 'held' })
    answer('yes')
    expect(await first).toMatchObject({ state: 'empty' })
    expect(call).toHaveBeenCalledTimes(1)
    expect(outcomes).toEqual(['yes'])
  })

  it('cannot write its outcome when its claim was lost to somebody else meanwhile', async () => {
    const lane = await probes(1)
    const outcomes: string[] = []
    const frozen = asking(async () => {
      await db().update(deliveries).set({ claim: crypto.randomUUID() }).where(eq(deliveries.lane, lane))
      return 'too late'
    }, outcomes)
    expect(await run(lane, frozen)).toEqual({ state: 'held' })
    expect(outcomes).toEqual([])
    expect(await ledger(lane)).toMatchObject([{ status: 'PENDING' }])
  })

  it('holds no transaction during the call', async () => {
    const lane = await probes(1)
    const inside = asking(async () => {
      await db().execute(sql`select 1`)
      return 'answered while the database was free'
    })
    expect(await run(lane, inside)).toMatchObject({ state: 'empty' })
  })
})

/** Takes the road that pokes go, for one test. */
function watchPokes() {
  const sent: { id: string; eventId: string; lane: string }[] = []
  const road = takeRoad((pokes) => void sent.push(...pokes))
  onTestFinished(() => void takeRoad(road))
  return () => sent
}
