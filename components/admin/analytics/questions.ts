import type { Inputs, Outputs } from '@/components/trpc-provider'
import { oneOf, readParams, type SearchParams } from '@/components/url-params'

export type Figures = Outputs['analytics']['figures']
export type Stretch = Inputs['analytics']['figures']['stretch']

/** How far back the figures go, as it is chosen and as it is said. What is kept by the day is told by whole days. */
export const stretches = {
  '24h': { name: '24 h', said: 'in 24 h', days: 'since yesterday' },
  '7d': { name: '7 d', said: 'in 7 days', days: 'in 7 days' },
  '30d': { name: '30 d', said: 'in 30 days', days: 'in 30 days' },
  '90d': { name: '90 d', said: 'in 90 days', days: 'in 90 days' },
} satisfies Record<Stretch, object>

/** The address does not name it. */
export const usual: Stretch = '7d'

export function analyticsParams(params: SearchParams): { stretch: Stretch; ignored: string[] } {
  const { filters, ignored } = readParams(params, { span: oneOf(Object.keys(stretches) as Stretch[]) })
  return { stretch: filters.span ?? usual, ignored }
}
