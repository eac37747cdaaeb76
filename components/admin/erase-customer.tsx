'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { Order, OrderStatus } from './desk-types'
import { reasonOf } from './list-states'
import { Panel } from './panel'

const open: OrderStatus[] = ['PENDING', 'CONFIRMED', 'PAID']

/** Forgetting whom an order was for, when it is through and they ask for it. */
export function EraseCustomer({ order: { orderId, status, shippingAddress } }: { order: Order }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const erase = useMutation(
    trpc.customers.erase.mutationOptions({ onSettled: () => queries.invalidateQueries() }),
  )
  if (open.includes(status) || shippingAddress.erasedAt) return null

  return (
    <Panel title="Personal data">
      <div className="grid gap-3 px-4 py-3 max-md:px-3.5">
        {erase.error && <FieldError>{reasonOf(erase.error)}</FieldError>}
        <p className="text-ink-2">
          {asking
            ? 'Name, address, e-mail, notes and reasons of this order become unreadable everywhere, for good. What happened stays.'
            : 'When the customer asks to be forgotten.'}
        </p>
        {asking ? (
          <div className="flex gap-2">
            <Button variant="danger" pending={erase.isPending} onClick={() => erase.mutate({ orderId })}>
              Erase for good
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </div>
        ) : (
          <Button className="justify-self-start" variant="danger" onClick={() => setAsking(true)}>
            Erase personal data…
          </Button>
        )}
      </div>
    </Panel>
  )
}
