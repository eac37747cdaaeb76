import type { Probe } from '../probes'
import type { Answer } from '../wire'

/** What somebody tries: how it is told, how it is asked, and which answers to it are right, or what is wrong with one. */
export type Line = [
  says: string,
  ask: () => Promise<Answer>,
  right: number[] | ((answer: Answer) => string | undefined),
]

export const probeOf = ([says, ask, right]: Line): Probe => ({
  says,
  play: async () => {
    const answer = await ask()
    if (typeof right === 'function') return right(answer)
    if (right.includes(answer.status)) return
    return `${answer.status}, which is not ${right.join(' or ')}: ${answer.text.slice(0, 200)}`
  },
})
