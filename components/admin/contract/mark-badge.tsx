import { CircleAlert, Eye } from 'lucide-react'
import { Badge } from '@/components/ui/status-badge'
import type { MappedEvent } from '../desk-types'

type Mark = MappedEvent['marks'][number]

const words: Record<Mark['kind'], string> = {
  NEVER_SEEN: 'Never said',
  UNHEARD: 'Nobody hears it',
  OLD_VERSION: 'Old versions',
  NEWER_VERSION: 'Newer version',
  SLOW: 'Slow',
  DEAD: 'Dead letters',
  UNKNOWN: 'Not in the contract',
}

const looks = {
  FAULT: { Icon: CircleAlert, colours: 'bg-st-failed-soft text-st-failed' },
  NOTE: { Icon: Eye, colours: 'bg-st-cancelled-soft text-st-cancelled' },
}

/** Where declared and observed differ, in two words. What was never said is only told quietly: it may be rare. */
export function MarkBadge({ kind, level }: Mark) {
  if (kind === 'NEVER_SEEN') return <span className="text-ink-3">{words[kind]}</span>
  const { Icon, colours } = looks[level]
  return (
    <Badge icon={Icon} className={colours}>
      {words[kind]}
    </Badge>
  )
}
