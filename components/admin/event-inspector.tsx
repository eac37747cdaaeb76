'use client'

import { useQuery } from '@tanstack/react-query'
import { Copy, SquareTerminal, X } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useEffect } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import type { StoreEvent } from './desk-types'
import { CopyButton, curl, iconButton } from './event-copy'
import { EventJson } from './event-json'
import { EventReceipts } from './event-receipts'
import { EventTree } from './event-tree'
import { Failed } from './list-states'
import { ModuleSquare, moduleOf } from './modules'

type InspectorProps = {
  eventId: string
  /** The event, where the list has it already. */
  event?: StoreEvent
  hrefOf: (eventId: string) => string
  open: (eventId: string) => void
  close: () => void
}

/** Everything about one event, beside the list; on a phone a sheet over it. */
export function EventInspector({ eventId, event: listed, hrefOf, open, close }: InspectorProps) {
  const trpc = useTRPC()
  const asked = useQuery(trpc.events.byId.queryOptions({ eventId }, { enabled: !listed }))
  const event = listed ?? asked.data
  useEscape(close)
  return (
    <aside
      aria-label="Event"
      className="overflow-y-auto overscroll-contain border-line bg-surface max-md:fixed max-md:inset-x-0 max-md:bottom-[calc(64px+env(safe-area-inset-bottom))] max-md:z-15 max-md:max-h-[52dvh] max-md:rounded-t-[16px] max-md:border-t max-md:bg-raised max-md:shadow-3 md:max-xl:fixed md:max-xl:inset-y-0 md:max-xl:right-0 md:max-xl:z-15 md:max-xl:w-[432px] md:max-xl:border-l md:max-xl:bg-raised md:max-xl:shadow-3 xl:sticky xl:top-[calc(76px+var(--banner))] xl:max-h-[calc(100dvh-96px-var(--banner))] xl:rounded-3 xl:border"
    >
      <header className="sticky top-0 z-1 flex min-h-11 items-center gap-2 border-line border-b bg-inherit pr-2 pl-4">
        {event && <ModuleSquare module={moduleOf(event)} className="size-2.5" />}
        <h2 className="mr-auto min-w-0 truncate font-semibold text-13 tracking-title">
          {event?.eventType ?? (asked.error ? 'No such event' : <Skeleton className="h-3 w-32" />)}
          {event && <span className="sr-only">, {moduleOf(event)}</span>}
        </h2>
        {event && (
          <>
            <CopyButton
              label="Copy as curl"
              Icon={SquareTerminal}
              text={() => curl(`/api/events/${event.eventId}`)}
            />
            <CopyButton label="Copy the JSON" Icon={Copy} text={() => JSON.stringify(event, null, 2)} />
          </>
        )}
        <button type="button" aria-label="Close" onClick={close} className={iconButton}>
          <X aria-hidden className="size-3.5" strokeWidth={1.8} />
        </button>
      </header>
      {!event && asked.error && <Failed title="The event did not arrive" query={asked} />}
      {!event && !asked.error && <InspectorSkeleton />}
      {event && (
        <>
          {isErased(event) && (
            <p className="bg-sunken px-4 pt-3 text-12 text-ink-2">
              Whom this was about is erased. The rest is as it was told.
            </p>
          )}
          <EventJson event={event} />
          <Story event={event} hrefOf={hrefOf} open={open} />
        </>
      )}
    </aside>
  )
}

/** What was personal in it reads so, and no more. */
const isErased = ({ payload }: StoreEvent) =>
  Object.values(payload).includes('erased') ||
  ('address' in payload && payload.address.erasedAt !== undefined)

/** What the event has to do with others; while it is still going on it is asked again. */
function Story({ event, hrefOf, open }: Pick<InspectorProps, 'hrefOf' | 'open'> & { event: StoreEvent }) {
  const trpc = useTRPC()
  const story = useQuery(
    trpc.events.story.queryOptions({ eventId: event.eventId }, { refetchInterval: 2000 }),
  )
  const receipts = useQuery(
    trpc.events.receipts.queryOptions({ orderId: event.lane }, { refetchInterval: 2000 }),
  )
  const orderId = 'orderId' in event.payload ? event.payload.orderId : undefined
  return (
    <>
      <Section
        title="Cause and effect"
        aside={
          orderId && (
            <Link href={`/admin/orders/${orderId}`} className="text-12 text-link hover:underline">
              Open the order
            </Link>
          )
        }
      />
      {story.data && <EventTree story={story.data} eventId={event.eventId} hrefOf={hrefOf} open={open} />}
      {!story.data && story.error && <Failed title="Its story did not arrive" query={story} />}
      {!story.data && !story.error && <Lines />}
      <Section title="Receipts" />
      <div className="px-4 pb-4 text-12">
        {receipts.data && (
          <EventReceipts
            receipts={receipts.data.filter(({ eventId }) => eventId === event.eventId)}
            story={story.data ?? []}
          />
        )}
        {!receipts.data && receipts.error && <Failed title="Its receipts did not arrive" query={receipts} />}
        {!receipts.data && !receipts.error && <Skeleton className="my-1 h-3 w-40" />}
      </div>
    </>
  )
}

function Section({ title, aside }: { title: string; aside?: ReactNode }) {
  return (
    <div className="flex min-h-10 items-center justify-between gap-2 border-line border-t px-4 pt-2">
      <h3 className="font-semibold text-13 tracking-title">{title}</h3>
      {aside}
    </div>
  )
}

function InspectorSkeleton() {
  return (
    <>
      <div className="grid h-75 content-start gap-2 bg-sunken px-4 py-4">
        {['w-4', 'w-60', 'w-44', 'w-52', 'w-40', 'w-56'].map((width) => (
          <Skeleton key={width} className={`h-3 ${width}`} />
        ))}
      </div>
      <Lines />
    </>
  )
}

const Lines = () => (
  <div className="grid gap-4 px-6 py-4">
    {['w-36', 'w-44', 'w-40', 'w-52'].map((width) => (
      <Skeleton key={width} className={`h-3 ${width}`} />
    ))}
  </div>
)

function useEscape(close: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [close])
}
