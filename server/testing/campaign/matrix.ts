import { proofs } from '@/server/proof'
import { bold, dim, table } from '../terminal'
import { buildApp } from './build'
import { type Ground, play } from './case'
import { type Mutant, mutants } from './mutants'
import { verdict } from './report'

type Caught = { mutant: Mutant; red: Set<string>; survived: boolean }

/**
 * A proof that cannot fail proves nothing: plays each mutant, prints who noticed which, and answers how many survived,
 * which is a mutant that somebody did not notice who should have, or a line of the proof that no mutant is for.
 */
export async function playMutants(ground: Ground): Promise<number> {
  console.log(
    `\n${bold('The mutants')}  seed ${ground.seed} ${dim(`(again with --mutants --seed ${ground.seed})`)}\n`,
  )
  const played: Caught[] = []
  for (const [index, mutant] of mutants.entries()) {
    const { changes, sabotage, size } = mutant
    const build = await buildApp(`mutant-${index + 1}`, changes)
    const { violations, seconds } = await play(mutant.case, ground, { build, sabotage, size })
    const red = new Set(violations.map(({ of }) => of))
    const survived = mutant.caughtBy.some((of) => !red.has(of))
    played.push({ mutant, red, survived })
    const told = `${mutant.says} ${dim(`${mutant.case.id}, ${seconds.toFixed(0)} s`)}`
    console.log(`${verdict(survived)} ${told}`)
    if (!survived) continue
    console.log(`       ${mutant.caughtBy.join(' and ')} should have noticed`)
    for (const { of, first } of violations) console.log(dim(`       ${of}: ${first}`))
  }
  const idle = proofs
    .map(({ id }) => id)
    .filter((id) => !mutants.some(({ caughtBy }) => caughtBy.includes(id)))
  for (const id of idle) console.log(`${verdict(true)} no mutant is there for ${id}`)
  const survivors = played.filter(({ survived }) => survived).length + idle.length
  console.log(`\n${matrix(played).join('\n')}\n\n${mutants.length} mutants, ${survivors} survived\n`)
  return survivors
}

function matrix(played: Caught[]): string[] {
  const columns = [...proofs.map(({ id }) => id), 'quiet', 'case', 'process']
  return table(
    [
      ['mutant', ...columns],
      ...played.map(({ mutant, red }) => [mutant.says, ...columns.map((of) => cell(of, mutant, red))]),
    ],
    `l${'l'.repeat(columns.length)}`,
  )
}

/** In brackets: red as well, though nobody counts on it. */
const cell = (of: string, { caughtBy }: Mutant, red: Set<string>) => {
  if (!red.has(of)) return caughtBy.includes(of) ? 'missed' : ''
  return caughtBy.includes(of) ? '×' : '(×)'
}
