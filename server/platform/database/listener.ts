import { randomUUID } from 'node:crypto'
import { Client as NeonClient } from '@neondatabase/serverless'
import { Client } from 'pg'

const CHANNEL = 'tiny_store'
/** Notices nearer together than this become one: whoever hears it looks at all that is new. */
const REST_MS = 20
const BEAT_MS = 1_500
/**
 * A connection that does not carry our own beat back within this is dead, whatever the operating system says of it. With the
 * pause before it that is less than the five seconds in which every request is answered.
 */
const BEAT_LIMIT_MS = 2_000
const RECONNECT_MS = 1_000

type Options = {
  url: string
  neon: boolean
  /** Another process has committed something, or may have while nobody listened. */
  onNotice: () => void
  /** The database does not answer any more: what else waits for it would wait for ever. */
  onSilence: () => void
}

export type Listener = {
  /** Tells the other processes that something was committed. Never waits and never fails: they also look by themselves. */
  notify: () => void
  /** Whether notices come through right now. */
  isListening: () => boolean
  close: () => void
}

/**
 * Hears what other processes commit, on a connection of its own and outside of every transaction: a NOTIFY inside each
 * would cost most of the throughput. A half-open connection looks well for minutes, so it is made to carry a beat.
 */
export function openListener({ url, neon, onNotice, onSilence }: Options): Listener {
  const self = randomUUID()
  let client: Client | undefined
  let beat: NodeJS.Timeout | undefined
  let listening = false
  let resting: NodeJS.Timeout | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  const say = (what: 'commit' | 'beat') =>
    client?.query('select pg_notify($1, $2)', [CHANNEL, `${self} ${what}`])

  function hear(payload = '') {
    const [who, what] = payload.split(' ')
    if (who === self && what === 'beat') rest()
    if (who !== self && what === 'commit') onNotice()
  }

  async function connect() {
    const opened = newClient(url, neon)
    opened.on('notification', ({ payload }) => hear(payload))
    opened.on('error', () => lose(opened))
    opened.on('end', () => lose(opened))
    client = opened
    try {
      await opened.connect()
      await opened.query(`listen ${CHANNEL}`)
    } catch (error) {
      if (/timeout/i.test(String(error))) onSilence()
      return lose(opened)
    }
    // What was committed before LISTEN gave no notice here, nor to others what was committed here.
    onNotice()
    say('commit')?.catch(() => {})
    startBeat(opened)
  }

  function startBeat(of: Client) {
    if (client !== of) return
    let answered = false
    say('beat')?.then(
      () => {
        answered = true
      },
      () => {},
    )
    beat = setTimeout(() => {
      // Answered but not heard: a pooler in between, say, that keeps no session. Then looking by itself has to do.
      if (!answered) onSilence()
      lose(of)
    }, BEAT_LIMIT_MS)
    unref(beat)
  }

  /** The beat came back: the next one is after a pause. */
  function rest() {
    const of = client
    if (!of) return
    listening = true
    clearTimeout(beat)
    beat = setTimeout(() => startBeat(of), BEAT_MS)
    unref(beat)
  }

  function lose(lost: Client) {
    if (client !== lost) return
    client = undefined
    clearTimeout(beat)
    listening = false
    sever(lost)
    if (closed) return
    retry = setTimeout(connect, RECONNECT_MS)
    unref(retry)
  }

  connect()
  return {
    notify: () => {
      resting ??= setTimeout(() => {
        resting = undefined
        say('commit')?.catch(() => {})
      }, REST_MS)
    },
    isListening: () => listening,
    close: () => {
      closed = true
      for (const timer of [beat, resting, retry]) clearTimeout(timer)
      const last = client
      client = undefined
      // A goodbye would wait for a database that may be gone.
      if (last) sever(last)
    },
  }
}

/** A pooler in front of Neon keeps no sessions: the direct address has the same name without it. */
function newClient(url: string, neon: boolean): Client {
  if (!neon)
    return new Client({
      connectionString: url,
      keepAlive: true,
      pipeline: true,
      connectionTimeoutMillis: 3_000,
    })
  return new NeonClient(url.replace('-pooler.', '.')) as unknown as Client
}

/** Ends a connection without asking the other side, which may not be there. Whatever waits on it fails at once. */
export function sever(client: unknown) {
  const { connection } = client as { connection?: { stream?: { destroy?: () => void } } }
  connection?.stream?.destroy?.()
}

/** No timer of ours keeps a process alive. */
const unref = (timer: NodeJS.Timeout) => timer.unref()
