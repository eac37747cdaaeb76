import { v7, validate } from 'uuid'

/** A new identity: UUIDv7, so that ids sort by the time they were made. */
export const newId = (): string => v7()

export const isId = (id: string): boolean => validate(id)

/** Every identity made before this moment sorts before it, and every later one behind. */
export const firstIdAt = (time: Date): string =>
  v7({ msecs: time.getTime(), seq: 0, random: new Uint8Array(16) })

/** When an identity was made. */
export const timeOf = (id: string): Date => new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))
