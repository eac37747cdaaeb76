'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Radar } from 'lucide-react'
import Link from 'next/link'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { FieldError } from '@/components/ui/field'
import { DataTable } from '../data-table'
import type { Module } from '../desk-types'
import { figure } from '../figures'
import { Empty, Failed, reasonOf, StaleLine } from '../list-states'
import { Panel } from '../panel'
import { PokeAnswer } from './poke-answer'
import { type Silent, silenceAsked } from './questions'
import { silenceCard, silenceColumns } from './silence-columns'

/** Orders in which something should have come by now and did not, the longest silence first. */
export function Silence() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const list = trpc.silence.list.queryOptions(silenceAsked)
  const silence = useQuery({ ...list, refetchInterval: 5_000 })
  const poke = useMutation(
    trpc.silence.poke.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: list.queryKey }),
    }),
  )
  const items = silence.data?.items
  if (silence.error && !items) {
    return (
      <Panel>
        <Failed title="The list did not arrive" query={silence} />
      </Panel>
    )
  }
  return (
    <>
      {silence.error && <StaleLine />}
      {poke.data && !items?.some(({ orderId }) => orderId === poke.data.orderId) && (
        <Panel className="mb-3">
          <PokeAnswer {...poke.data} />
        </Panel>
      )}
      <Panel>
        {items?.length === 0 ? (
          <Empty Icon={Radar} title="Nothing is overdue">
            <p>
              Whatever has to follow an event has followed it in time. What that is stands in the{' '}
              <Link href="/admin/contract" className="text-link">
                contract
              </Link>
              .
            </p>
          </Empty>
        ) : (
          <Rows
            items={items}
            poke={(orderId) => poke.mutate({ orderId })}
            poking={poke.isPending ? poke.variables.orderId : undefined}
            answer={(orderId) => {
              if (poke.data?.orderId === orderId) return <PokeAnswer {...poke.data} />
              if (poke.error && poke.variables?.orderId === orderId)
                return (
                  <div role="alert" className="px-4 py-2">
                    <FieldError>{reasonOf(poke.error)}</FieldError>
                  </div>
                )
              return null
            }}
          />
        )}
      </Panel>
      {items && items.length === silenceAsked.limit && (
        <p className="mt-3 text-12 text-ink-3">
          The longest {figure(items.length)}, of {count(silence.data?.orders ?? 0, 'order')}.
        </p>
      )}
    </>
  )
}

type RowsProps = {
  items?: Silent[]
  poke: (orderId: string) => void
  poking?: string
  /** What came of a poke, under the first row of its order. */
  answer: (orderId: string) => React.ReactNode
}

function Rows({ items, poke, poking, answer }: RowsProps) {
  const trpc = useTRPC()
  const { data: types } = useQuery(
    trpc.events.types.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  )
  const saidBy = (type: string): Module =>
    types?.find(({ eventType }) => eventType === type)?.module ?? 'orders'
  return (
    <DataTable
      label="Silent orders"
      columns={silenceColumns({ poke, poking, saidBy })}
      rows={items}
      rowKey={({ eventId, module }) => `${eventId} ${module}`}
      card={silenceCard}
      detail={(row) =>
        items?.find(({ orderId }) => orderId === row.orderId) === row ? answer(row.orderId) : null
      }
      skeletonRows={4}
    />
  )
}

/** Beside the title. */
export function SilentOrders() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.silence.list.queryOptions(silenceAsked))
  return data && data.orders > 0 && count(data.orders, 'order')
}
