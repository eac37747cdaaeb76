import type { Outputs } from '@/components/trpc-provider'
import { oneOf, readParams, type SearchParams } from '@/components/url-params'

export type Overview = Outputs['overview']
export type Span = Overview['days'][number]

export const overviewParams = (params: SearchParams) =>
  readParams(params, { span: oneOf(['today'] as const) })

/** Which stretch of time the charts show: two weeks by the day, or today by the hour. */
export type Stretch = 'today' | 'days'
