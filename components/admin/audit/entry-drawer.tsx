'use client'

import { useQuery } from '@tanstack/react-query'
import { Copy, FileX } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTRPC } from '@/components/trpc-provider'
import { Drawer, DrawerBody, DrawerHead } from '@/components/ui/drawer'
import { Skeleton } from '@/components/ui/skeleton'
import { diffOf } from '../black-box/state-at'
import { CopyId } from '../copy-id'
import type { AuditEntry } from '../desk-types'
import { DiffCount, DiffLines } from '../diff-lines'
import { DrawerFacts, DrawerFactsSpace, DrawerSection } from '../drawer-parts'
import { CopyButton } from '../event-copy'
import { Empty, Failed } from '../list-states'
import { Moment } from '../moment'
import type { OpenRow } from '../open-row'
import { address } from '../url'
import { entryAsked } from './audit-questions'
import { asWritten, isRefusal, nameOf, saidOf, targetOf } from './audit-words'
import { useNames } from './use-known'

/** One entry beside the list: who, from where, and what was different afterwards. */
export function EntryDrawer({ row }: { row: OpenRow }) {
  return (
    <Drawer subject={row.open} close={() => row.show()}>
      {(position) => <OpenedEntry key={position} position={Number(position)} />}
    </Drawer>
  )
}

function OpenedEntry({ position }: { position: number }) {
  const trpc = useTRPC()
  // What is written is never written again.
  const asked = useQuery(trpc.audit.list.queryOptions(entryAsked(position), { staleTime: Infinity }))
  const entry = asked.data?.items.find((each) => each.position === position)
  if (!entry) {
    return (
      <>
        <DrawerHead title={asked.isPending ? <Skeleton className="h-4 w-40" /> : 'Entry'} />
        <DrawerBody>
          {asked.isPending && <DrawerFactsSpace lines={5} />}
          {asked.error && <Failed title="This entry did not arrive" query={asked} />}
          {asked.data && (
            <Empty Icon={FileX} title="There is no such entry">
              <p>The address may be cut off. Choose one from the list.</p>
            </Empty>
          )}
        </DrawerBody>
      </>
    )
  }
  return (
    <>
      <DrawerHead
        title={
          <span className={isRefusal(entry) ? 'text-st-failed' : undefined}>
            {nameOf(entry)} {saidOf(entry)}
          </span>
        }
        detail={<span className="font-mono">{entry.action}</span>}
      >
        <CopyButton label="Copy the JSON" Icon={Copy} text={() => JSON.stringify(entry, null, 2)} />
      </DrawerHead>
      <DrawerBody>
        <Facts entry={entry} />
        <BeforeAndAfter entry={entry} />
      </DrawerBody>
    </>
  )
}

const more = (filters: Record<string, string>) => address('/admin/audit', filters) as Route

function Facts({ entry }: { entry: AuditEntry }) {
  const { who, at, target, requestId } = entry
  return (
    <DrawerFacts>
      <dt>Who</dt>
      <dd>
        <Link href={more({ who: who.id ?? who.name ?? who.kind })} className="text-link">
          {nameOf(entry)}
        </Link>{' '}
        <span className="text-ink-3">{who.kind}</span>
      </dd>
      <dt>When</dt>
      <dd>
        <Moment at={at} precise />
      </dd>
      {target && (
        <>
          <dt>To what</dt>
          <dd className="flex flex-wrap gap-x-3">
            <Target target={target} />
            <Link href={more({ target })} className="text-link">
              All about it
            </Link>
          </dd>
        </>
      )}
      {entry.address && (
        <>
          <dt>From</dt>
          <dd className="font-mono text-12 leading-5">{entry.address}</dd>
        </>
      )}
      {requestId && (
        <>
          <dt>Request</dt>
          <dd>
            <CopyId id={requestId} label="request id" whole />
          </dd>
        </>
      )}
    </DrawerFacts>
  )
}

function Target({ target }: { target: string }) {
  const { said, href } = targetOf(target, useNames())
  if (!href) return <span className="font-mono text-12 leading-5">{said}</span>
  return (
    <Link href={href} prefetch={false} className="text-link">
      {said}
    </Link>
  )
}

function BeforeAndAfter({ entry }: { entry: AuditEntry }) {
  const { before, after } = entry
  const lines = diffOf(asWritten(before), asWritten(after))
  if (lines.length === 0) return null
  return (
    <DrawerSection title={isRefusal(entry) ? 'Why' : 'Before and after'} aside={<DiffCount lines={lines} />}>
      <div className="px-2 pt-1 pb-3 font-mono text-12 leading-5">
        <DiffLines lines={lines} />
      </div>
    </DrawerSection>
  )
}
