import { SegmentedLinks } from '../segmented-links'

/** What is dead, and what became of those that were. */
export const Tabs = ({ tab }: { tab?: 'history' }) => (
  <SegmentedLinks
    label="Dead letters"
    className="mb-3 flex"
    links={[
      { name: 'Dead now', href: '/admin/dead-letters', current: tab === undefined },
      { name: 'History', href: '/admin/dead-letters?tab=history', current: tab === 'history' },
    ]}
  />
)
