import type { Route } from 'next'
import { SegmentedLinks } from '../segmented-links'
import { type Stretch, stretches, usual } from './questions'

/** How far back to look, as addresses. */
export const StretchChoice = ({ stretch }: { stretch: Stretch }) => (
  <SegmentedLinks
    label="Stretch of time"
    links={(Object.keys(stretches) as Stretch[]).map((each) => ({
      name: stretches[each].name,
      href: (each === usual ? '/admin/analytics' : `/admin/analytics?span=${each}`) as Route,
      current: each === stretch,
    }))}
  />
)
