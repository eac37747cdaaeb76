import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Case } from './case'
import { cases } from './cases'

export const help = `
npm run campaign -- [options]

  --case C1,C7   play these only
  --seed N       repeat the choices of an earlier run; a random one is taken and printed when none is given
  --full         in full size, which takes a night; without it each case is a sample
  --mutants      break the code on purpose, once for each promise at least, and see whether it is caught
  --help

It starts a Postgres server of its own in a temporary folder, unless DATABASE_URL names one whose databases it may create
and drop. Ends with 1 when a promise was broken, or when a mutant survived; with 2 when it could not be played.

${cases.map(({ id, says }) => `  ${id.padEnd(4)} ${says}`).join('\n')}
`

export type Options = { seed: number; cases: Case[]; full: boolean; mutants: boolean; help: boolean }

const MAX_SEED = 2 ** 31 - 1

/** Reads the command line. Throws an error that names what is wrong with it and what would be right. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      case: { type: 'string', multiple: true },
      seed: { type: 'string' },
      full: { type: 'boolean', default: false },
      mutants: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { seed, full, mutants, help } = values
  if (mutants && (full || values.case))
    throw new Error('--mutants goes with --seed only: each mutant says which cases are played on it')
  return { seed: readSeed(seed), cases: readCases(values.case), full, mutants, help }
}

function readSeed(given: string | undefined): number {
  if (given === undefined) return randomInt(MAX_SEED)
  const seed = Number(given)
  if (/^\d+$/.test(given) && seed <= MAX_SEED) return seed
  throw new Error(`--seed must be a whole number from 0 to ${MAX_SEED}, and is ${given}`)
}

function readCases(given: string[] | undefined): Case[] {
  if (!given) return cases
  const ids = given.flatMap((list) => list.split(',')).map((id) => id.trim().toUpperCase())
  const unknown = ids.find((id) => !cases.some((known) => known.id === id))
  if (unknown !== undefined) {
    throw new Error(
      `--case ${unknown || '(empty)'} is not known: there are ${cases.map(({ id }) => id).join(', ')}`,
    )
  }
  return cases.filter(({ id }) => ids.includes(id))
}
