import { type Connection, connected, connectTo } from '../database/connect'
import { type Disturbance, disturb, type FaultPoint } from '../fault-points'
import { log } from '../log'
import { type Poke, takeRoad } from '../pokes'
import { settings } from '../settings'
import { postpone } from './delay'
import { pokeEffects, type Stop, stops } from './tables'
import { findUse, isArmed, isStop, type Subject, take, type Use } from './take'

/**
 * From now on the work of this process is disturbed by the rules of the lab, and so are its pokes. Answers how to end it.
 *
 * A use is taken where no transaction is open, so that it is kept when the work is rolled back, and so that the embedded
 * database, which has one session, never waits for itself. What was decided is done later, at its point.
 */
export async function openFaultLab(): Promise<() => Promise<void>> {
  log.warn('FAULT_LAB=1: whoever opens /admin/fault-lab can make things break here. Never in production.')
  const { databaseUrl } = settings()
  const own = databaseUrl ? await connectTo(databaseUrl) : undefined
  const lab = own ?? connected()
  const road = takeRoad(undefined)
  takeRoad((pokes) => {
    disturbPokes(lab, pokes)
      .catch((error) => {
        log.warn({ error }, 'The fault lab could not be asked, so these pokes go undisturbed')
        return pokes
      })
      .then(road)
  })
  disturb(disturbanceBy(lab))
  return async () => {
    disturb(undefined)
    takeRoad(road)
    await own?.close()
  }
}

/** Where the try that has met such a rule is stopped, and what its error says. */
const stopping: Record<Stop, { at: FaultPoint; says: string }> = {
  THROW_BEFORE_COMMIT: { at: 'before commit', says: 'thrown before the commit' },
  THROW_AFTER_COMMIT: { at: 'after commit', says: 'the process ended after the commit and told nobody' },
  NO_ANSWER: { at: 'before call', says: 'the provider did not answer' },
  REPLY_LOST: { at: 'after call', says: "the provider's reply was lost" },
}

/** When it is decided what happens to a try: only one that asks the outside comes by the second. */
const deciding: Partial<Record<FaultPoint, Stop[]>> = {
  'before claim': ['THROW_BEFORE_COMMIT', 'THROW_AFTER_COMMIT'],
  'before call': ['NO_ANSWER', 'REPLY_LOST'],
}

function disturbanceBy(lab: Connection): Disturbance {
  /** What this process has decided and not yet done. */
  const decided = new Map<string, Use>()

  async function decide(point: FaultPoint, subject: Subject, effects: Stop[]) {
    if (!(await isArmed(lab))) return
    if (point === 'before claim') {
      const delay = await take(lab, subject, ['DELAY'])
      if (delay && (await postpone(lab.db, delay))) throw new ComesLater()
    }
    const use = await take(lab, subject, effects)
    if (use) decided.set(JSON.stringify(subject), use)
  }

  /** Inngest may have the steps of one try done by several processes. These share a database, which knows. */
  const recall = (subject: Subject) =>
    decided.get(JSON.stringify(subject)) ?? (lab.shared ? findUse(lab.db, subject, stops) : undefined)

  return async (point, work) => {
    // A command is no delivery: it answers somebody who waits for it.
    if (work === null || point === 'after claim') return
    const { eventId, eventType, lane, module, redrives, attempts } = work
    const subject = { eventId, eventType, lane, module, redrives, attempt: attempts + 1 }
    const effects = deciding[point]
    if (effects) await decide(point, subject, effects)
    const use = await recall(subject)
    if (!use || !isStop(use.effect) || stopping[use.effect].at !== point) return
    decided.delete(JSON.stringify(subject))
    throw new Error(`Fault lab: ${stopping[use.effect].says}`)
  }
}

/** Looks like a serialization failure: the try flies on, uncounted, and then finds that it is not due yet. */
class ComesLater extends Error {
  readonly code = '40001'
  override readonly message = 'Fault lab: comes later'
}

/** What is left of the pokes, and what comes on top of them. */
async function disturbPokes(lab: Connection, pokes: Poke[]): Promise<Poke[]> {
  if (!(await isArmed(lab))) return pokes
  const left: Poke[] = []
  for (const poke of pokes) {
    const { eventId, eventType, lane } = poke
    const ofNoTry = { module: null, redrives: null, attempt: null }
    const use = await take(lab, { eventId, eventType, lane, ...ofNoTry }, pokeEffects)
    if (use?.effect !== 'DROP_POKE') left.push(poke)
    // Under an id of its own: Inngest ignores one that it knows.
    if (use?.effect === 'DOUBLE_POKE') left.push({ ...poke, id: `${poke.id}:double:${use.useId}` })
  }
  return left
}
