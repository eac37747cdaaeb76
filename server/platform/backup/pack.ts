import { once } from 'node:events'
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { type Pack, pack } from 'tar-stream'
import { conflict } from '@/server/kernel/errors'
import { owning } from '../database/app-role'
import type { Connection, Database } from '../database/connect'
import { DATABASE, FORMAT, MANIFEST, SECRETS } from './format'
import { backupUnderWay } from './under-way'

/** Made anew by each Postgres that starts; only the folders are needed. */
const EMPTIED = new Set([
  'pg_wal',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const LEFT_OUT = /^(postmaster\.(pid|opts)|backup_label|tablespace_map|pg_internal\.init.*|pgsql_tmp.*)$/
const CONTROL = 'global/pg_control'

/**
 * The embedded database as it is when the stream ends, as a tar, while it goes on working: Postgres' own way of an online
 * backup. Files are read as they are, torn or not, between a checkpoint and the log of what was written since, which
 * makes them whole when the copy is opened. Memory stays flat, and who buys meanwhile waits for nothing but the checkpoint.
 */
export async function packBackup(connection: Connection, folder: string, version: string): Promise<Readable> {
  if (backupUnderWay.get()) throw conflict('Another backup is being made. Try again when that is done.')
  backupUnderWay.set(true)
  try {
    await ask(connection, sql`select pg_backup_start('tiny-store', fast => true)`)
  } catch (error) {
    backupUnderWay.set(undefined)
    throw error
  }
  const tar = pack()
  const left = new AbortController()
  // The reader may leave in the middle.
  tar.on('close', () => left.abort())
  fill(tar, { connection, folder, version, signal: left.signal }).then(
    () => tar.finalize(),
    (error) => tar.destroy(error),
  )
  const packed = Readable.from(gathered(tar))
  // Also one that was never begun to be read.
  packed.once('close', () => tar.destroy())
  return packed
}

type Filling = { connection: Connection; folder: string; version: string; signal: AbortSignal }

async function fill(tar: Pack, { connection, folder, version, signal }: Filling) {
  const data = join(folder, DATABASE)
  let stopped: Stopped | undefined
  try {
    await putText(tar, MANIFEST, JSON.stringify({ format: FORMAT, version, madeAt: new Date() }), signal)
    for (const secret of SECRETS) {
      const kept = ifThere(() => readFileSync(join(folder, secret)))
      if (kept) await putText(tar, secret, kept, signal)
    }
    for (const path of filesOf(data, '')) await copy(tar, data, path, signal)
    // Last, so that it is of no earlier moment than what it speaks of.
    await copy(tar, data, CONTROL, signal)
  } finally {
    stopped = await stop(connection).finally(() => backupUnderWay.set(undefined))
  }
  await putText(tar, `${DATABASE}/backup_label`, stopped.label, signal)
  for (const segment of segmentsOf(data, stopped)) await copy(tar, data, `pg_wal/${segment}`, signal)
}

type Stopped = { label: string; last: string }

async function stop(connection: Connection): Promise<Stopped> {
  const [row] = await ask<Stopped>(
    connection,
    sql`select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)`,
  )
  if (!row) throw new Error('Postgres did not say where the backup ends')
  return row
}

/** The log from where the backup began to where it ended. */
function segmentsOf(data: string, { label, last }: Stopped): string[] {
  const first = /\(file (\w+)\)/.exec(label)?.[1] ?? ''
  const segments = readdirSync(join(data, 'pg_wal'))
    .filter((name) => name >= first && name <= last)
    .sort()
  if (segments[0] !== first || segments.at(-1) !== last)
    throw new Error(
      'So much was written meanwhile that the log of it is gone. Make the backup when less is going on.',
    )
  return segments
}

function* filesOf(data: string, under: string): Generator<string> {
  for (const entry of readdirSync(join(data, under), { withFileTypes: true })) {
    const path = under ? `${under}/${entry.name}` : entry.name
    if (LEFT_OUT.test(entry.name) || path === CONTROL) continue
    if (!entry.isDirectory()) yield path
    else {
      yield `${path}/`
      if (!EMPTIED.has(path)) yield* filesOf(data, path)
    }
  }
}

async function copy(tar: Pack, data: string, path: string, signal: AbortSignal) {
  const name = `${DATABASE}/${path}`
  if (path.endsWith('/')) return void tar.entry({ name, type: 'directory' })
  const file = ifThere(() => openSync(join(data, path), 'r'))
  // A table that was dropped since the folder was read.
  if (file === undefined) return
  try {
    const { size } = fstatSync(file)
    await put(tar, { name, size }, piecesOf(file, size), signal)
  } finally {
    closeSync(file)
  }
}

const PIECE = 256 * 1024
const SENT = 4 * 2 ** 20

/**
 * So much of the file as it was when its size was asked; what it lost since is written anew from the log. Read without waiting,
 * as the Postgres in this process reads too.
 */
function* piecesOf(file: number, size: number) {
  for (let at = 0; at < size; at += PIECE) {
    const piece = Buffer.alloc(Math.min(PIECE, size - at))
    readSync(file, piece, 0, piece.length, at)
    yield piece
  }
}

/**
 * In few large pieces: for each, what packs and sends it waits its turn, and while orders go through the Postgres in this
 * process a turn lasts as long as one of them.
 */
async function* gathered(tar: Pack): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of tar as AsyncIterable<Buffer>) {
    held.push(chunk)
    size += chunk.length
    if (size < SENT) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  yield Buffer.concat(held)
}

type Named = { name: string; size: number }
type Pieces = Iterable<Buffer>

async function put(tar: Pack, { name, size }: Named, content: Pieces, signal: AbortSignal) {
  let entry: Writable | undefined
  const written = new Promise<void>((done, failed) => {
    entry = tar.entry({ name, size, mode: 0o600 }, (error) => (error ? failed(error) : done())) as never
  })
  // Awaited in the end; a reader who leaves in the middle has it fail before.
  written.catch(() => {})
  for (const chunk of content) if (!entry?.write(chunk)) await once(entry as never, 'drain', { signal })
  entry?.end()
  await written
}

const putText = (tar: Pack, name: string, text: string | Buffer, signal: AbortSignal) => {
  const content = Buffer.from(text)
  return put(tar, { name, size: content.length }, [content], signal)
}

function ifThere<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** As the owner: the app's role may not copy files. */
async function ask<Row>(connection: Connection, statement: ReturnType<typeof sql>): Promise<Row[]> {
  let rows: Row[] = []
  await connection.session((session: Database) =>
    owning(session, async () => {
      rows = ((await session.execute(statement)) as unknown as { rows: Row[] }).rows
    }),
  )
  return rows
}
