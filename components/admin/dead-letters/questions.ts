import type { Outputs } from '@/components/trpc-provider'
import { oneOf, readParams, type SearchParams, uuid, whole } from '@/components/url-params'
import type { Module } from '../desk-types'

export type Group = Outputs['deadLetters']['groups'][number]
export type Letter = Outputs['deadLetters']['list']['items'][number]
export type Known = Outputs['deadLetters']['byKey']
export type Decision = Outputs['deadLetters']['decisions']['items'][number]
export type DryRun = NonNullable<Outputs['deadLetters']['dryRun'][number]['result']>

export type Key = { eventId: string; module: string }

/** One delivery among all, as one word. */
export const nameOf = ({ eventId, module }: Key) => `${eventId} ${module}`

const modules = ['orders', 'inventory', 'payments', 'shipments'] as const satisfies Module[]

export const deadLetterParams = (params: SearchParams) =>
  readParams(params, {
    tab: oneOf(['history'] as const),
    group: (value) => (/^[0-9a-f]{32}$/.test(value) ? value : undefined),
    event: uuid,
    module: oneOf(modules),
    cursor: whole,
  })

export type DeadLetterFilters = ReturnType<typeof deadLetterParams>['filters']

/** The one delivery that the address names. */
export const keyOf = ({ event, module }: DeadLetterFilters): Key | undefined =>
  event && module ? { eventId: event, module } : undefined

export const decisionsAsked = ({ cursor }: DeadLetterFilters) => ({
  cursor: cursor ? Number(cursor) : undefined,
  limit: 50,
})

/** How many letters of a group are listed at first, and how many when all are asked for. */
export const LISTED = 50
export const LISTED_AT_MOST = 1_000
