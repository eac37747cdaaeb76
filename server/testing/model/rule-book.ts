import fc from 'fast-check'
import { expect } from 'vitest'
import type { EventType } from '@/server/events'
import type { Aggregate } from '@/server/kernel/aggregate'
import { DomainError } from '@/server/kernel/errors'
import { runs } from './runs'

/** What a model says of one step: from which status it leads to which, and what is told then. Any other is refused. */
type Rule<S extends string, A> = {
  take: (aggregate: A) => unknown
  leads: { [From in S]?: S }
  /** Told when the status changes, or at every time. */
  tells?: EventType
  always?: true
}

/** A second, independent account of an aggregate's rules, written as a table. */
type RuleBook<S extends string, A> = {
  create: () => A
  begins: S
  statusOf: (aggregate: A) => S
  /** The aggregate as it would be loaded from its row. */
  reload: (aggregate: A) => A
  steps: Record<string, Rule<S, A>>
  /** The status that each event leads to, for what is event-sourced: the fold of all that was told is the status. */
  means?: Partial<Record<EventType, S>>
}

type Model<S> = { status: S; told: EventType[] }
type Real<A> = { aggregate: A; told: EventType[] }

/** Takes steps at random, and compares the aggregate with the rule book after each. */
export function expectToFollow<S extends string, A extends Aggregate>(book: RuleBook<S, A>) {
  const steps = Object.entries(book.steps).map(([name, rule]) => fc.constant(takeStep(book, name, rule)))
  fc.assert(
    fc.property(fc.commands([...steps, fc.constant(reload(book))], { maxCommands: 20 }), (walk) => {
      fc.modelRun(() => {
        const real: Real<A> = { aggregate: book.create(), told: [] }
        keepTold(real)
        return { model: { status: book.begins, told: [...real.told] }, real }
      }, walk)
    }),
    runs(200),
  )
}

function takeStep<S extends string, A extends Aggregate>(
  book: RuleBook<S, A>,
  name: string,
  { take, leads, tells, always }: Rule<S, A>,
): fc.Command<Model<S>, Real<A>> {
  return {
    check: () => true,
    run: (model, real) => {
      const to = leads[model.status]
      if (to === undefined)
        expect(() => take(real.aggregate), `${name} of ${model.status}`).toThrow(DomainError)
      else take(real.aggregate)
      if (tells && to !== undefined && (always || to !== model.status)) model.told.push(tells)
      model.status = to ?? model.status
      keepTold(real)
      expect(real.told).toEqual(model.told)
      expect(book.statusOf(real.aggregate)).toBe(model.status)
      if (book.means) expect(fold(real.told, book.means)).toBe(model.status)
    },
    toString: () => name,
  }
}

/** Whatever is stored and loaded between two steps makes no difference. */
function reload<S extends string, A extends Aggregate>(book: RuleBook<S, A>): fc.Command<Model<S>, Real<A>> {
  return {
    check: () => true,
    run: (_, real) => {
      real.aggregate = book.reload(real.aggregate)
    },
    toString: () => 'reload',
  }
}

function keepTold(real: Real<Aggregate>) {
  real.told.push(...real.aggregate.getDomainEvents().map(({ eventType }) => eventType))
  real.aggregate.clearDomainEvents()
}

const fold = <S>(told: EventType[], means: Partial<Record<EventType, S>>) =>
  told.reduce<S | undefined>((status, eventType) => means[eventType] ?? status, undefined)
