import { permissionsOf, type Rule, roles } from '@/server/access/permissions'
import type { Played } from './connections'
import { type Case, complaint } from './judge'
import { loneProbes } from './probes/lone'
import { type Credentials, isShut, type Stage } from './stage'

/** Somebody tries something. Answers what is wrong, if it is not as it should be. */
export type Probe = { says: string; play: () => Promise<string | undefined> }

const LET_IN = [200, 201, 204, 400, 404, 405, 409, 413, 415, 422, 429]

export async function playProbes(stage: Stage): Promise<Played[]> {
  const played: Played[] = []
  for (const { says, play } of [...(await everyDoor(stage)), ...(await loneProbes(stage))]) {
    const wrong = await play().catch((error: Error) => error.message)
    played.push({ says, tookMs: 0, ...(wrong && { wrong }) })
  }
  return played
}

type Door = { name: string; rule: Rule; streams: boolean; asked: Pick<Case, 'method' | 'path'> }

/**
 * Each role, and a key with each scope and with all others, at each door. With ids that nothing has and without a body, so
 * that whoever is let in does no harm.
 */
async function everyDoor(stage: Stage): Promise<Probe[]> {
  const routes: Door[] = stage.doors.map(({ name, method, path, rule }) => ({
    name,
    rule,
    streams: false,
    asked: { method, path: path.replace(/\[\w+\]/, NOTHING) },
  }))
  const screens: Door[] = stage.procedures
    .filter(({ inputs, type }) => inputs.length > 0 || type === 'query')
    .map(({ name, type, rule }) => ({
      name,
      rule,
      streams: type === 'subscription',
      asked: { method: type === 'mutation' ? 'POST' : 'GET', path: `/api/trpc/${name}` },
    }))
  const doors = [...routes, ...screens].filter(
    ({ name, rule }) => rule !== 'anyone' && rule !== 'inngest' && !isExport(name),
  )
  const keys = await keysFor(stage, doors)
  return doors.flatMap((door) => {
    const { rule } = door
    const probe = (who: string, credentials: Credentials, refused?: number): Probe => ({
      says: `${who} at ${door.name}`,
      play: async () => {
        const request = caseFor(door, credentials, refused)
        return complaint(request, await stage.ask(request))
      },
    })
    const ofRoles = roles.map((role) => {
      const may = rule === 'staff' || permissionsOf[role].some((each) => each === rule)
      return probe(`a ${role}`, stage.members[role].session, may ? undefined : 403)
    })
    const ofKeys =
      rule === 'staff'
        ? [probe('a key with all scopes', stage.key, 403)]
        : [
            probe('a key with this scope alone', keys.get(rule)?.alone ?? {}),
            probe('a key with all scopes but this', keys.get(rule)?.others ?? {}, 403),
          ]
    return [probe('nobody', {}, 401), ...ofRoles, ...ofKeys]
  })
}

function caseFor({ name, streams, asked }: Door, credentials: Credentials, refused?: number): Case {
  const right = refused ? [refused] : LET_IN
  const request = { ...asked, headers: { ...credentials, 'content-type': 'application/json' } }
  // A stream that is refused has begun already: it says so as its first event.
  if (streams) return { ...request, right: [200], says: `"httpStatus":${refused ?? 400}` }
  return { ...request, right: isShut(name) ? [404, ...right] : right }
}

const NOTHING = '00000000-0000-7000-8000-000000000000'

/** Reads the whole log, which is nothing to be asked six times. */
const isExport = (name: string) => name.endsWith('/export')

async function keysFor({ keyFor }: Stage, doors: Door[]) {
  const scopes = [...new Set(doors.map(({ rule }) => rule))].filter((rule) => rule !== 'staff')
  const all = permissionsOf.admin
  const made = scopes.map(async (scope) => {
    const alone = await keyFor([scope])
    const others = await keyFor(all.filter((each) => each !== scope))
    return [scope, { alone: alone.key, others: others.key }] as const
  })
  return new Map<Rule, { alone: Credentials; others: Credentials }>(await Promise.all(made))
}
