import type fc from 'fast-check'
import { bodyClasses } from './classes/bodies'
import { headerClasses } from './classes/headers'
import { pathClasses } from './classes/paths'
import type { Case } from './judge'
import type { Stage } from './stage'

/** A kind of hostility: where its cases come from, and how many of a thousand are of it. */
export type Class = { name: string; cases: fc.Arbitrary<Case>; share: number }

export const classesOn = (stage: Stage): Class[] => [
  ...bodyClasses(stage),
  ...pathClasses(stage),
  ...headerClasses(stage),
]
