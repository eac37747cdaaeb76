import { z } from 'zod'
import { notFound } from '@/server/kernel/errors'
import { time } from '@/server/kernel/text'
import { knownModel, type ModelName } from './generations'
import { dayOf } from './projectors/projector'
import { listReadModels, readModel } from './queries'
import { beginRebuild, cancelRebuild, compareRebuild, moveRebuild, swapRebuild } from './rebuild'
import type { Figures } from './views'

const DAY_MS = 86_400_000
const DAYS = 14
const MOST_DAYS = 366

/** A stretch of time: the last two weeks unless told otherwise, and how its figures are summed up. */
export const ReadModelQuery = z
  .strictObject({
    from: time.optional(),
    to: time.optional(),
    by: z.enum(['hour', 'day', 'range']).optional(),
  })
  .transform(({ from, to = new Date(), by }) => ({
    from: from ?? dayOf(new Date(to.getTime() - (DAYS - 1) * DAY_MS)),
    to,
    by,
  }))
  .refine(({ from, to }) => from < to, { path: ['from'], error: 'must be before `to`' })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= MOST_DAYS * DAY_MS, {
    path: ['from'],
    error: `must be at most ${MOST_DAYS} days before \`to\``,
  })

/** A read model's figures, and how far behind the log they are. */
export async function getReadModel(name: ModelName, span: z.output<typeof ReadModelQuery>) {
  const { says, grain, live } = await standingOf(name)
  const { from, to, by = grain } = span
  const items = await readModel(name, span)
  // Which items belong to which name is known to the type of one model, not to that of all.
  return {
    model: name,
    says,
    from,
    to,
    by,
    generation: live.generation,
    behind: live.behind,
    items,
  } as z.input<typeof Figures>
}

async function standingOf(name: ModelName) {
  const standing = (await listReadModels()).find((each) => each.name === name)
  if (!standing) throw notFound('Read model', name)
  return standing
}

export async function getRebuild(name: string) {
  const { rebuild } = await standingOf(knownModel(name))
  if (!rebuild) throw notFound('Rebuild of', name)
  return rebuild
}

const steps = {
  begin: beginRebuild,
  pause: (name: string) => moveRebuild(name, 'pause'),
  resume: (name: string) => moveRebuild(name, 'resume'),
  cancel: cancelRebuild,
  compare: compareRebuild,
  swap: swapRebuild,
}

const rebuildSteps = Object.keys(steps) as [keyof typeof steps, ...(keyof typeof steps)[]]

export const RebuildStep = z.strictObject({ step: z.enum(rebuildSteps).default('begin') })

/** Takes the step, and answers how the model stands then. */
export async function takeStep(name: ModelName, step: keyof typeof steps) {
  await steps[step](name)
  return standingOf(name)
}
