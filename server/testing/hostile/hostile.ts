/*
 * `npm run hostile`: everything that somebody with bad intentions could send, thousands of it, and everybody who might try
 * a door that is not his. Ends with 1 when an answer was not as it was meant, with 2 when it could not be played.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { runningShop } from '../running-shop'
import { bold, dim, green, red, table } from '../terminal'
import { type Class, classesOn } from './classes'
import { type Played, playConnections, playSlow } from './connections'
import { type Case, complaint, isLate, told } from './judge'
import { playProbes } from './probes'
import { type Stage, setStage } from './stage'

const help = `
npm run hostile -- [options]

  --seed N     repeat an earlier run; a random one is taken and printed when none is given
  --cases N    so many cases in all, 10 000 when nothing is said
  --class A    only classes whose name has this in it
  --help

It builds and starts a shop of its own, unless one answers at BASE_URL: then ADMIN_EMAIL and ADMIN_PASSWORD have to be of
one of its admins, and RATE_LIMIT_SCALE of that shop has to be large.
`

type Row = { name: string; cases: number; wrong: string[]; serverErrors: number; slowestMs: number }

async function play(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      cases: { type: 'string', default: '10000' },
      class: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(help)
    return 0
  }
  const seed = Number(values.seed ?? randomInt(2 ** 31 - 1))
  const cases = Number(values.cases)
  if (!Number.isInteger(seed) || !Number.isInteger(cases))
    throw new Error('--seed and --cases are whole numbers')
  // Everything comes from one address here, and faster than from any person.
  process.env.RATE_LIMIT_SCALE ??= '100000'
  const shop = await runningShop()
  try {
    const stage = await setStage(shop.origin, shop.admin())
    console.log(`\n${bold('Hostile')}  ${shop.origin}  seed ${seed}\n`)
    const rows: Row[] = []
    const show = (row: Row) => {
      rows.push(row)
      console.log(
        `${row.wrong.length === 0 ? green('✔') : red('✘')} ${row.name} ${dim(`${row.cases} cases`)}`,
      )
      for (const each of row.wrong.slice(0, 5)) console.log(`    ${each}`)
    }
    const asked = (name: string) => name.toLowerCase().includes(values.class.toLowerCase())
    for (const each of classesOn(stage)) if (asked(each.name)) show(await playClass(stage, each, seed, cases))
    const others: [name: string, play: () => Promise<Played[]>][] = [
      ['Connections that speak no proper HTTP', () => playConnections(shop.origin)],
      ['Bodies that dribble', () => playSlow(shop.origin, SLOWLY)],
      ['Doors that are not theirs', () => playProbes(stage)],
      ['The log, for secrets', async () => secretsIn(shop.said(), stage)],
      ['The proof, afterwards', () => prove(stage)],
    ]
    for (const [name, playAll] of others) if (asked(name)) show(rowOf(name, await playAll()))
    console.log(`\n${summary(rows)}\n`)
    return rows.some(({ wrong }) => wrong.length > 0) ? 1 : 0
  } finally {
    await shop.close()
  }
}

const SLOWLY = ['/api/orders', '/api/session', '/api/trpc/orders.place']
/** So many are under way at once. */
const AT_ONCE = 4

async function playClass(
  stage: Stage,
  { name, cases, share }: Class,
  seed: number,
  all: number,
): Promise<Row> {
  const left = fc.sample(cases, { seed, numRuns: Math.ceil((all * share) / 1_500) })
  const row: Row = { name, cases: left.length, wrong: [], serverErrors: 0, slowestMs: 0 }
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { wrong, status, tookMs } = await playCase(stage, next)
      row.slowestMs = Math.max(row.slowestMs, tookMs)
      if (status >= 500) row.serverErrors += 1
      if (wrong) row.wrong.push(`${wrong}\n      ${told(next)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return row
}

async function playCase({ ask, origin }: Stage, asked: Case) {
  try {
    const first = await ask(asked)
    // Late once may be this machine's fault, which does other things too.
    const answer = isLate(asked, first) ? await ask(asked) : first
    return { wrong: complaint(asked, answer), status: answer.status, tookMs: answer.tookMs }
  } catch (error) {
    // Whoever is refused in the middle of what he sends may find the line cut: the server has to be there still.
    const alive = await ask({ method: 'GET', path: '/api/health/alive' }).catch(() => undefined)
    const wrong = alive?.status === 200 ? `not answered: ${(error as Error).message}` : `${origin} is gone`
    return { wrong, status: alive ? 0 : 500, tookMs: 0 }
  }
}

function rowOf(name: string, played: Played[]): Row {
  return {
    name,
    cases: played.length,
    wrong: played.flatMap(({ says, wrong }) => (wrong ? `${says}: ${wrong}` : [])),
    serverErrors: 0,
    slowestMs: Math.max(0, ...played.map(({ tookMs }) => tookMs)),
  }
}

/** What must stand in no log: passwords, keys, tokens, cookies. */
function secretsIn(said: string | undefined, { admin, key, boss, known }: Stage): Played[] {
  const secrets = {
    'the admin’s password': admin.password,
    'an API key': key.authorization?.slice('Bearer '.length) ?? '',
    'a session’s cookie': boss.cookie?.split('=')[1]?.slice(0, 32) ?? '',
    'an order’s token': known.accessToken,
  }
  // A shop that somebody else started has its log elsewhere.
  if (said === undefined) return []
  return Object.entries(secrets).map(([says, secret]) => ({
    says,
    tookMs: 0,
    ...((secret === '' || said.includes(secret)) && { wrong: 'stands in it' }),
  }))
}

type Line = { id: string; says: string; answer: { finding: { violations: number } } | null }

async function prove({ call, query, key }: Stage): Promise<Played[]> {
  await call('proof.run', undefined, key)
  const { text } = await query('proof.list', key)
  const { lines }: { lines: Line[] } = JSON.parse(text).result.data.json
  return lines.map(({ id, says, answer }) => ({
    says: `${id} ${says}`,
    tookMs: 0,
    ...(answer?.finding.violations !== 0 && { wrong: `${answer?.finding.violations ?? 'not asked'}` }),
  }))
}

function summary(rows: Row[]): string {
  const head = ['class', 'cases', 'as meant', 'server errors', 'slowest']
  const lines = rows.map(({ name, cases, wrong, serverErrors, slowestMs }) => [
    name,
    String(cases),
    String(cases - wrong.length),
    String(serverErrors),
    slowestMs ? `${Math.round(slowestMs)} ms` : '',
  ])
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0)
  const total = [
    'all',
    String(sum(({ cases }) => cases)),
    String(sum(({ cases, wrong }) => cases - wrong.length)),
    String(sum(({ serverErrors }) => serverErrors)),
    `${Math.round(Math.max(...rows.map(({ slowestMs }) => slowestMs)))} ms`,
  ]
  return table([head, ...lines, total], 'lrrrr').join('\n')
}

process.exitCode = await play().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}\n`)
  return 2
})
