import clsx from 'clsx'
import { Ban, Check, Clock } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Badge } from '@/components/ui/status-badge'
import { Tag } from '@/components/ui/tag'
import type { Column } from '../data-table'
import type { ApiKey } from '../desk-types'
import { Moment } from '../moment'

/** On a phone: the name and its state, what it may do, then when it was used and how to end it. */
export function keyColumns(askToRevoke: (key: ApiKey) => void, isNarrow: boolean): Column<ApiKey>[] {
  return [
    {
      name: 'Name',
      card: 'n',
      className: 'md:max-w-56',
      cell: ({ name, revokedAt }) => (
        <span className={clsx('block truncate font-medium', revokedAt && 'text-ink-3')} title={name}>
          {name}
        </span>
      ),
      bars: ['w-32', 'w-24'],
    },
    {
      name: 'May',
      card: 'm',
      className: 'md:w-full md:whitespace-normal md:py-2!',
      cell: ({ scopes }) => (
        <ul className="flex flex-wrap gap-1 max-md:mt-1">
          {scopes.map((scope) => (
            <li key={scope} className="flex">
              <Tag>{scope}</Tag>
            </li>
          ))}
        </ul>
      ),
      bars: ['w-44', 'w-60'],
    },
    {
      name: 'Made',
      className: isNarrow ? 'max-lg:hidden xl:hidden' : 'max-lg:hidden',
      cell: ({ createdAt, createdBy }) => (
        <span className="text-ink-2">
          <Moment at={createdAt} />
          <span className="text-ink-3">, {createdBy}</span>
        </span>
      ),
      bars: ['w-28'],
    },
    {
      name: 'Last used',
      right: true,
      card: 'u',
      className: 'max-md:self-center max-md:text-left',
      cell: ({ lastUsedAt }) => (
        <span className="text-ink-2">
          {lastUsedAt && <span className="md:hidden">used </span>}
          {lastUsedAt ? <Moment at={lastUsedAt} /> : 'never'}
          {!lastUsedAt && <span className="md:hidden"> used</span>}
        </span>
      ),
      bars: ['w-14'],
    },
    {
      name: 'State',
      card: 's',
      className: 'max-md:text-right',
      cell: (key) => <KeyState apiKey={key} />,
      bars: ['w-16'],
    },
    {
      name: 'Do',
      unnamed: true,
      right: true,
      card: 'd',
      className: 'max-md:-my-1.5 max-md:self-center',
      cell: (key) =>
        !key.revokedAt && (
          <Button
            variant="quiet"
            className="-mr-3 text-st-failed! max-md:h-11"
            onClick={() => askToRevoke(key)}
            aria-label={`Revoke ${key.name}…`}
          >
            Revoke…
          </Button>
        ),
      bars: ['w-14'],
    },
  ]
}

function KeyState({ apiKey: { revokedAt, lastUsedAt } }: { apiKey: ApiKey }) {
  if (revokedAt) {
    return (
      <Badge icon={Ban} className="bg-st-pending-soft text-st-pending">
        Revoked
      </Badge>
    )
  }
  return lastUsedAt ? (
    <Badge icon={Check} className="bg-st-shipped-soft text-st-shipped">
      In use
    </Badge>
  ) : (
    <Badge icon={Clock} className="bg-st-pending-soft text-st-pending">
      Not used yet
    </Badge>
  )
}
