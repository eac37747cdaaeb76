import clsx from 'clsx'
import { Ban, Check, KeyRound, TriangleAlert } from 'lucide-react'
import { Badge } from '@/components/ui/status-badge'
import { Tag } from '@/components/ui/tag'
import type { Column } from '../data-table'
import type { Member } from '../desk-types'
import { Moment } from '../moment'
import { type OpenRow, RowOpener } from '../open-row'

/** On a phone: the account and when it was last seen, then its role and second factor. */
export function staffColumns(row?: OpenRow, self?: string): Column<Member>[] {
  return [
    {
      name: 'Account',
      card: 'a',
      className: 'md:w-1/2 md:max-w-0 md:min-w-44',
      cell: (member) => (
        <span className="flex min-w-0 items-center gap-2 max-md:flex-wrap max-md:gap-y-1">
          {row && (
            <RowOpener
              row={row}
              id={member.id}
              className={clsx('truncate font-medium', member.disabled && 'text-ink-3')}
            >
              {member.email}
            </RowOpener>
          )}
          {member.id === self && <span className="flex-none text-ink-3">you</span>}
          <MemberState member={member} />
        </span>
      ),
      bars: ['w-40', 'w-36'],
    },
    {
      name: 'Role',
      card: 'r',
      cell: ({ role }) => <Tag lit={role === 'admin'}>{role}</Tag>,
      bars: ['w-14'],
    },
    {
      name: 'Second factor',
      card: 'f',
      cell: ({ secondFactor }) => <SecondFactor isOn={secondFactor} />,
      bars: ['w-12'],
    },
    {
      name: 'Sessions',
      right: true,
      className: row?.open ? 'max-lg:hidden xl:hidden' : 'max-lg:hidden',
      cell: ({ sessions }) => <span className="text-ink-2">{sessions}</span>,
      bars: ['w-4'],
    },
    {
      name: 'Last seen',
      right: true,
      card: 't',
      cell: ({ lastSeenAt }) => (
        <span className="text-ink-2">{lastSeenAt ? <Moment at={lastSeenAt} /> : 'never'}</span>
      ),
      bars: ['w-14'],
    },
  ]
}

/** What keeps somebody out, or sends them to choose a password first. */
export function MemberState({ member }: { member: Member }) {
  if (member.disabled) {
    return (
      <Badge icon={Ban} className="flex-none bg-st-pending-soft text-st-pending">
        Disabled
      </Badge>
    )
  }
  return (
    member.passwordIsOneTime && (
      <Badge icon={KeyRound} className="flex-none bg-st-pending-soft text-st-pending">
        One-time password
      </Badge>
    )
  )
}

export function SecondFactor({ isOn }: { isOn: boolean }) {
  return isOn ? (
    <span className="flex items-center gap-1.5">
      <Check aria-hidden className="size-3.5 text-st-shipped" strokeWidth={2.2} />
      app
    </span>
  ) : (
    <span className="flex items-center gap-1.5 text-st-cancelled">
      <TriangleAlert aria-hidden className="size-3.5" strokeWidth={1.8} />
      not yet
    </span>
  )
}
