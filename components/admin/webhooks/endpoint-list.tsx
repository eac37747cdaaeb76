import { Ban, Check, Pause } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { Badge } from '@/components/ui/status-badge'
import { figure } from '../figures'
import { Moment } from '../moment'
import { Panel } from '../panel'
import { address } from '../url'
import type { Endpoint } from './questions'

type EndpointListProps = { endpoints: Endpoint[]; chosen?: string }

export function EndpointList({ endpoints, chosen }: EndpointListProps) {
  return (
    <Panel title="Endpoints">
      <ul>
        {endpoints.map((endpoint) => (
          <li key={endpoint.id} className="border-line-soft border-b last:border-b-0">
            <Link
              href={address('/admin/webhooks', { endpoint: endpoint.id }) as Route}
              prefetch={false}
              aria-current={endpoint.id === chosen ? 'true' : undefined}
              className="grid gap-1 border-transparent border-l-2 px-3.5 py-2.5 -outline-offset-2 hover:bg-hover aria-[current]:border-accent aria-[current]:bg-accent-soft"
            >
              <span className="flex items-center justify-between gap-3">
                <span className="min-w-0 truncate font-medium">{endpoint.name}</span>
                <EndpointState status={endpoint.status} />
              </span>
              <span className="truncate font-mono text-12 text-ink-3">{endpoint.url}</span>
              <span className="text-12 text-ink-2 tabular-nums">
                <Lately endpoint={endpoint} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const states = {
  ON: { Icon: Check, word: 'On', colours: 'bg-st-shipped-soft text-st-shipped' },
  PAUSED: { Icon: Pause, word: 'Paused', colours: 'bg-st-cancelled-soft text-st-cancelled' },
  DISABLED: { Icon: Ban, word: 'Disabled', colours: 'bg-st-failed-soft text-st-failed' },
}

function EndpointState({ status }: Pick<Endpoint, 'status'>) {
  const { Icon, word, colours } = states[status]
  return (
    <Badge icon={Icon} className={colours}>
      {word}
    </Badge>
  )
}

/** How it goes, in one line. */
function Lately({ endpoint: { status, statusSince, failedInRow, today, waiting } }: { endpoint: Endpoint }) {
  if (status !== 'ON') {
    return (
      <>
        {states[status].word.toLowerCase()} since <Moment at={statusSince} />
        {failedInRow > 0 && `, ${figure(failedInRow)} failed in a row`}
      </>
    )
  }
  const open = [
    waiting > 0 && `${figure(waiting)} waiting`,
    today.givenUp > 0 && `${figure(today.givenUp)} given up`,
  ].filter(Boolean)
  if (today.events === 0 && open.length === 0) return 'nothing today'
  return [`${figure(today.events)} today`, ...(open.length > 0 ? open : ['all arrived'])].join(', ')
}
