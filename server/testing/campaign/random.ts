import { createHash } from 'node:crypto'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Random = ReturnType<typeof randomOf>

/** Chance that can be repeated: the same seed and name make the same choices in the same order. */
export function randomOf(seed: number, name: string) {
  const generator = xoroshiro128plus(createHash('sha256').update(`${seed} ${name}`).digest().readInt32LE())
  const int = (from: number, to: number) => uniformInt(generator, from, to)
  const random = {
    /** A whole number, both ends included. */
    int,
    /** True in so large a share of the asks. */
    chance: (share: number) => int(0, 999_999) < share * 1_000_000,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('There is nothing to pick from')
      return list[int(0, list.length - 1)] as T
    },
    /** A copy in another order. */
    shuffle: <T>(list: readonly T[]): T[] => {
      const left = [...list]
      return list.map(() => left.splice(int(0, left.length - 1), 1)[0] as T)
    },
  }
  return random
}
