'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useState } from 'react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { uuid } from '@/components/url-params'
import { DataTable } from '../data-table'
import type { Module } from '../desk-types'
import { chip } from '../filters'
import { Empty, Failed, reasonOf } from '../list-states'
import { May } from '../may'
import { useOpenRow } from '../open-row'
import { Pager } from '../pager'
import { Panel } from '../panel'
import { address } from '../url'
import { Attempts } from './attempts'
import { deliveryCard, deliveryColumns } from './delivery-columns'
import { type Delivery, deliveriesAsked, type WebhookFilters } from './questions'
import { ResendFailed } from './resend-failed'
import { useAnew } from './use-webhooks'

type DeliveriesProps = { id: string; filters: WebhookFilters; isOn: boolean }

/** What the endpoint was told, the newest event first, and what it answered. */
export function Deliveries({ id, filters, isOn }: DeliveriesProps) {
  const trpc = useTRPC()
  const [asking, setAsking] = useState(false)
  const asked = useQuery(
    trpc.webhooks.deliveries.queryOptions(deliveriesAsked(id, filters), { refetchInterval: 2_000 }),
  )
  const resend = useMutation(trpc.webhooks.resend.mutationOptions(useAnew()))
  const items = asked.data?.items
  return (
    <Panel
      title="Deliveries"
      aside={
        <nav aria-label="Which deliveries" className="-mr-2 flex gap-1.5">
          <Which filters={{ endpoint: id }} current={!filters.show}>
            All
          </Which>
          <Which filters={{ endpoint: id, show: 'not-arrived' }} current={filters.show === 'not-arrived'}>
            Not arrived
          </Which>
        </nav>
      }
    >
      {asking && <ResendFailed id={id} close={() => setAsking(false)} />}
      {resend.error && (
        <div role="alert" className="border-line-soft border-b px-4 py-2">
          <FieldError>{reasonOf(resend.error)}</FieldError>
        </div>
      )}
      {asked.error && !items ? (
        <Failed title="The deliveries did not arrive" query={asked} />
      ) : items?.length === 0 ? (
        <None show={filters.show} />
      ) : (
        <Rows
          items={items}
          resend={isOn ? (eventId) => resend.mutate({ id, eventId }) : undefined}
          resending={resend.isPending ? resend.variables.eventId : undefined}
        />
      )}
      <div className="flex items-center border-line border-t *:first:flex-1 *:first:border-t-0">
        <Pager
          pathname="/admin/webhooks"
          filters={{ ...filters, endpoint: id }}
          nextCursor={asked.data?.nextCursor}
          said={items ? `${count(items.length, 'delivery', 'deliveries')} shown` : ''}
        />
        <May do="webhooks:write">
          {isOn && !asking && (
            <Button className="mr-2 max-md:h-11" onClick={() => setAsking(true)}>
              Resend failed…
            </Button>
          )}
        </May>
      </div>
    </Panel>
  )
}

type WhichProps = { filters: Record<string, string>; current: boolean; children: string }

const Which = ({ filters, current, children }: WhichProps) => (
  <Link
    href={address('/admin/webhooks', filters) as Route}
    scroll={false}
    prefetch={false}
    aria-current={current ? 'page' : undefined}
    className={chip(current)}
  >
    {children}
  </Link>
)

type RowsProps = { items?: Delivery[]; resend?: (eventId: string) => void; resending?: string }

function Rows({ items, resend, resending }: RowsProps) {
  const trpc = useTRPC()
  const row = useOpenRow('delivery', uuid)
  const { data: types } = useQuery(
    trpc.events.types.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  )
  return (
    <DataTable
      label="Deliveries"
      columns={deliveryColumns({
        saidBy: (type): Module => types?.find(({ eventType }) => eventType === type)?.module ?? 'orders',
        open: row.open,
        toggle: (eventId) => row.show(row.open === eventId ? undefined : eventId),
        resend,
        resending,
      })}
      rows={items}
      rowKey={({ eventId }) => eventId}
      card={deliveryCard}
      marked={({ eventId }) => eventId === row.open}
      detail={(delivery) => delivery.eventId === row.open && <Attempts delivery={delivery} />}
      dense
    />
  )
}

function None({ show }: Pick<WebhookFilters, 'show'>) {
  return show ? (
    <Empty Icon={Send} title="Everything arrived">
      <p>What is on its way, was given up, or is held because the endpoint is not on would stand here.</p>
    </Empty>
  ) : (
    <Empty Icon={Send} title="Nothing was sent yet">
      <p>It is told of what happens from now on. Send a test to see whether it hears.</p>
    </Empty>
  )
}
