import { FileQuestion } from 'lucide-react'
import Link from 'next/link'
import { duration } from '@/components/format'
import { Drawer, DrawerBody, DrawerHead } from '@/components/ui/drawer'
import type { MappedEvent, Module } from '../desk-types'
import { DrawerFacts, DrawerFactsSpace, DrawerSection } from '../drawer-parts'
import { Empty } from '../list-states'
import { ModuleName, ModuleSquare } from '../modules'
import { Moment } from '../moment'
import type { OpenRow } from '../open-row'
import { MarkBadge } from './mark-badge'
import { Payload } from './payload'
import { type ContractMap, lately } from './questions'

type EventDrawerProps = { row: OpenRow; map?: ContractMap }

/** All that is declared of an event, and all that was observed, beside the list. */
export function EventDrawer({ row, map }: EventDrawerProps) {
  return (
    <Drawer subject={row.open} close={() => row.show()}>
      {(name) => {
        const event = map?.events.find(({ eventType }) => eventType === name)
        return (
          <>
            <DrawerHead
              title={
                <>
                  {event && <ModuleSquare module={event.saidBy} className="size-2" />}
                  {event?.eventType ?? 'Event'}
                </>
              }
              detail={event && `said by ${event.saidBy}, version ${event.version}`}
            />
            <DrawerBody>
              {event && map ? (
                <Known event={event} map={map} />
              ) : map ? (
                <Empty Icon={FileQuestion} title="The contract has no such event">
                  <p>The address may be cut off. Choose an event from the list.</p>
                </Empty>
              ) : (
                <DrawerFactsSpace lines={4} />
              )}
            </DrawerBody>
          </>
        )
      }}
    </Drawer>
  )
}

function Known({ event, map }: { event: MappedEvent; map: ContractMap }) {
  const { eventType, seen, marks, paces, expects, fields, forTheRecord } = event
  return (
    <>
      {marks.length > 0 && (
        <ul className="grid gap-1.5 border-line border-b px-5 py-3 max-md:px-4">
          {marks.map((mark) => (
            <li key={mark.says} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <MarkBadge {...mark} />
              {mark.kind !== 'NEVER_SEEN' && <span className="text-ink-2">It {mark.says}.</span>}
            </li>
          ))}
        </ul>
      )}
      <DrawerFacts>
        <dt>Last 24 hours</dt>
        <dd>{seen ? lately(seen, map) : 0}</dd>
        <dt>First said</dt>
        <dd>{seen ? <Moment at={seen.first.at} /> : 'never'}</dd>
        <dt>Last said</dt>
        <dd>{seen ? <Moment at={seen.last.at} /> : 'never'}</dd>
        <dt>In the log</dt>
        <dd>
          <Link href={`/admin/events?eventType=${eventType}`} className="text-link">
            All of them
          </Link>
        </dd>
      </DrawerFacts>
      <DrawerSection title="Heard by">
        {paces.length === 0 ? (
          <p className="px-5 pb-3 text-ink-2 max-md:px-4">
            {forTheRecord
              ? 'No module: it is said for people, the books and whoever listens outside.'
              : 'Nobody.'}
          </p>
        ) : (
          <ul className="grid gap-1 px-5 pb-3 max-md:px-4">
            {paces.map((pace) => (
              <HeardBy key={pace.module} {...pace} />
            ))}
          </ul>
        )}
      </DrawerSection>
      {expects.length > 0 && (
        <DrawerSection title="What follows">
          <ul className="grid gap-1 px-5 pb-3 max-md:px-4">
            {expects.map((expectation) => (
              <Expected key={expectation.awaits.join()} {...expectation} />
            ))}
          </ul>
        </DrawerSection>
      )}
      <DrawerSection title="Payload" aside={`version ${event.version}`}>
        <Payload fields={fields} />
      </DrawerSection>
    </>
  )
}

function HeardBy({ module, done, p50Ms, p95Ms, dead }: MappedEvent['paces'][number]) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 tabular-nums">
      <ModuleName module={module as Module} />
      <span className="text-ink-2">
        {p50Ms === null || p95Ms === null
          ? 'not in the last 24 hours'
          : `p50 ${duration(p50Ms)}, p95 ${duration(p95Ms)} of ${done}`}
      </span>
      {dead > 0 && (
        <Link href="/admin/dead-letters" className="ml-auto text-st-failed underline underline-offset-2">
          {dead} dead
        </Link>
      )}
    </li>
  )
}

function Expected({ awaits, within, given, unless }: MappedEvent['expects'][number]) {
  return (
    <li>
      <b className="font-medium">{awaits.join(' or ')}</b>{' '}
      <span className="text-ink-2">
        within {within}&#8239;s{given && `, where ${given} was said, too`}
        {unless && `, unless ${unless} was said`}
      </span>
    </li>
  )
}
