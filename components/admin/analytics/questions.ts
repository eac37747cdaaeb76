import type { Inputs, Outputs } from '@/components/trpc-provider'
import { oneOf, readParams, type SearchParams } from '@/components/url-params'

export type Figures = Outputs['analytics']['figures']
export type Stretch = Inputs['analytics']['figures']['stretch']

/** How far back the figures go; the address names it unless it is the usual one. */
export const stretches = {
  '24h': '24 h',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
} satisfies Record<Stretch, string>

export const usual: Stretch = '7d'

export function analyticsParams(params: SearchParams): { stretch: Stretch; ignored: string[] } {
  const { filters, ignored } = readParams(params, { span: oneOf(Object.keys(stretches) as Stretch[]) })
  return { stretch: filters.span ?? usual, ignored }
}
