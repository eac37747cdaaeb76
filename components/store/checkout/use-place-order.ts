'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { money } from '@/components/format'
import { type Inputs, useTRPC } from '@/components/trpc-provider'
import { rememberOrder } from '../browser-orders'
import { acceptPrices, clearCart } from '../cart/cart'
import type { CheckedCart } from '../cart/checked-cart'
import type { PaymentMethod } from '../payment-methods'
import { isProblem, type Problem, problemOf } from '../problem'
import { type FieldErrors, sortFaults } from './faults'
import { lastRecipient, type Recipient } from './recipient'

type Refusal = { fields: FieldErrors; said: string[] }

/** Places the order and goes to its page; or says, field by field, why not. */
export function usePlaceOrder(cart: CheckedCart, onPlaced: () => void) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const [refusal, setRefusal] = useState<Refusal>()
  const { mutate, isPending, isSuccess } = useMutation(trpc.orders.place.mutationOptions())

  function place(recipient: Recipient, paymentMethod?: PaymentMethod) {
    lastRecipient.set(recipient)
    mutate(orderOf(cart, recipient, paymentMethod), {
      onSuccess: (order) => {
        onPlaced()
        setRefusal(undefined)
        rememberOrder(order)
        clearCart()
        router.push(`/orders/${order.orderId}`)
      },
      onError: (error) => {
        const problem = problemOf(error)
        if (isProblem(error, 'price-changed')) {
          acceptPrices(new Map(problem?.items?.map(({ sku, currentPrice }) => [sku, currentPrice])))
        }
        setRefusal(refusalOf(problem, cart, recipient))
        queryClient.invalidateQueries(trpc.catalogue.list.queryFilter())
      },
    })
  }

  return { place, pending: isPending || isSuccess, refusal }
}

function orderOf(
  cart: CheckedCart,
  recipient: Recipient,
  paymentMethod?: PaymentMethod,
): Inputs['orders']['place'] {
  const { email, state, postalCode, ...address } = recipient
  return {
    ...(email && { email }),
    items: cart.orderable.map(({ sku, counted, unitPrice }) => ({ sku, quantity: counted, unitPrice })),
    shippingAddress: { ...address, ...(state && { state }), ...(postalCode && { postalCode }) },
    paymentMethod,
  }
}

function refusalOf(problem: Problem | undefined, cart: CheckedCart, recipient: Recipient): Refusal {
  if (problem?.type.endsWith('price-changed')) return { fields: {}, said: [newPrices(problem, cart)] }
  if (problem?.errors) {
    const { fields, others } = sortFaults(problem, recipient)
    return { fields, said: others }
  }
  return { fields: {}, said: [problem?.detail ?? 'The shop did not answer. Please try once more.'] }
}

function newPrices(problem: Problem, { orderable }: CheckedCart): string {
  const changes = (problem.items ?? []).map(({ sku, unitPrice, currentPrice }) => {
    const { name, currency } = orderable.find((line) => line.sku === sku) ?? { name: sku, currency: 'EUR' }
    return `The ${name} now costs ${money(currentPrice, currency)}, not ${money(unitPrice, currency)}.`
  })
  return [...changes, 'Nothing was ordered: look at the new total, then pay.'].join(' ')
}
