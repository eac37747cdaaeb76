import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mutated } from './build'
import { mutants } from './mutants'

const changes = mutants.flatMap(({ says, changes = [] }) => changes.map((change) => ({ says, change })))

it.each(changes)('the mutant still fits the code: $says', ({ change }) => {
  const source = readFileSync(change.file, 'utf8')
  expect(mutated(source, change)).not.toBe(source)
})
