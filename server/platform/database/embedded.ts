import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, openSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Duplex } from 'node:stream'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { tryLock } from 'fs-native-extensions'
import { putInPlace } from '../backup/put-in-place'

/** A fourth of what Postgres would take: the operating system keeps the files in memory too. */
const SHARED_BUFFERS = '32MB'
/** Segments of the log are used again; so many are kept for that. */
const MAX_WAL_SIZE = '256MB'

/** Holds the folder for this process alone, and answers whether nobody else did. */
export function lockFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  // The file stays open on purpose: closing it would give the lock away.
  return tryLock(openSync(join(folder, 'lock'), 'a+'))
}

/**
 * Opens the Postgres that runs inside this process, and holds its folder for as long as the process lives. Two
 * processes on one folder would corrupt it silently, so the second is refused; the operating system drops the lock
 * with the process, however that ends.
 */
export async function openEmbedded(folder: string): Promise<PGlite> {
  if (!lockFolder(folder)) {
    throw new Error(
      `The embedded database in ${folder} is in use by another process. Stop that one, give this one a folder of ` +
        'its own (TINY_STORE_DATA=…), or let both use a Postgres server (DATABASE_URL=postgres://…).',
    )
  }
  // What a restore was about to put here when its process ended.
  await putInPlace(folder)
  const data = join(folder, 'postgres')
  if (!existsSync(data)) await make(data)
  return PGlite.create(data, {
    extensions: { pg_trgm },
    startParams: [
      ...PGlite.defaultStartParams,
      '-c',
      `shared_buffers=${SHARED_BUFFERS}`,
      '-c',
      `max_wal_size=${MAX_WAL_SIZE}`,
    ],
  })
}

/**
 * Makes the database, or nothing: it gets its name when it is whole. In another process, for this one would keep the half
 * gigabyte of memory that it takes.
 */
async function make(data: string) {
  const unfinished = `${data}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', MAKE, unfinished])
  await rename(unfinished, data)
}

const MAKE = `
  import { PGlite } from '@electric-sql/pglite'
  await (await PGlite.create(process.argv[1])).close()`

/**
 * What `pg` takes for a socket: it hands each message of the wire protocol to the Postgres in this process. So one
 * driver serves both kinds of database, and its prepared statements make a query on the embedded one twice as fast.
 */
export class EmbeddedSocket extends Duplex {
  constructor(private readonly postgres: PGlite) {
    super()
  }

  /** All sockets share one session: what an earlier one left open or prepared must not surprise this one. */
  connect() {
    this.postgres
      .exec('ROLLBACK')
      .then(() => this.postgres.exec('DISCARD ALL'))
      .then(
        () => this.emit('connect'),
        (error) => this.destroy(error),
      )
    return this
  }

  override _read() {}

  override _write(message: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void) {
    this.exchange(message, done)
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void) {
    this.exchange(Buffer.concat(chunks.map(({ chunk }) => chunk)), done)
  }

  // What else `pg` asks of a socket means nothing in one process.
  setNoDelay = () => this
  setKeepAlive = () => this
  ref = () => this
  unref = () => this

  private exchange(message: Buffer, done: (error?: Error) => void) {
    if (message[0] === TERMINATE) {
      this.push(null)
      return done()
    }
    this.ask(message).then((answer) => {
      this.push(answer)
      done()
    }, done)
  }

  private async ask(message: Buffer): Promise<Buffer> {
    if (message[0] === STARTUP) return Buffer.from(await this.postgres.execProtocolRaw(message))
    const answer: Buffer[] = []
    // As it comes and unparsed, for `pg` parses it; copied, for Postgres reuses the memory.
    const onRawData = (data: Uint8Array) => void answer.push(Buffer.from(data))
    // Files of the operating system need no copying to anywhere: there is nothing to sync.
    await this.postgres.execProtocolRawStream(message, { onRawData, syncToFs: false })
    return Buffer.concat(answer)
  }
}

/** Of a message's first byte; only the first message has none, but a length that begins with zero. */
const STARTUP = 0
const TERMINATE = 'X'.charCodeAt(0)
