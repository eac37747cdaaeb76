'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { money } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { acceptPrices, removeFromCart } from '../cart/cart'
import type { CheckedCart } from '../cart/checked-cart'
import type { PaymentMethod } from '../payment-methods'
import { isProblem, type Problem, problemOf } from '../problem'
import { isUnderWay, type NewOrder, placeOnce } from './attempt'
import { type FieldErrors, sortFaults } from './faults'
import { lastRecipient, type Recipient } from './recipient'

type Refusal = { fields: FieldErrors; said: string[] }

/** Places the order and goes to its page; or says, field by field, why not. */
export function usePlaceOrder(cart: CheckedCart, onSend: () => void) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const [refusal, setRefusal] = useState<Refusal>()
  const { mutateAsync } = useMutation(
    trpc.orders.place.mutationOptions({
      // Sent also when the browser thinks that it is offline: it would otherwise wait, and send it when nobody looks.
      networkMode: 'always',
      retry: (failures, error) => failures < 5 && isUnderWay(error),
      retryDelay: 500,
    }),
  )
  const send = useMutation({
    mutationFn: (order: NewOrder) => placeOnce(order, mutateAsync),
    networkMode: 'always',
    onMutate: onSend,
    onSuccess: ({ order, placed }) => {
      setRefusal(undefined)
      queryClient.invalidateQueries(trpc.orders.mine.pathFilter())
      for (const { sku } of order.items) removeFromCart(sku)
      router.push(`/orders/${placed.orderId}`)
    },
    onError: (error) => {
      const problem = problemOf(error)
      if (isProblem(error, 'price-changed')) {
        acceptPrices(new Map(problem?.items?.map(({ sku, currentPrice }) => [sku, currentPrice])))
      }
      setRefusal(refusalOf(problem, cart))
      queryClient.invalidateQueries(trpc.catalogue.list.queryFilter())
    },
  })

  function place(recipient: Recipient, paymentMethod?: PaymentMethod) {
    lastRecipient.set(recipient)
    if (!navigator.onLine) return setRefusal({ fields: {}, said: [offline] })
    send.mutate(orderOf(cart, recipient, paymentMethod))
  }

  return { place, resend: send.mutate, pending: send.isPending || send.isSuccess, refusal }
}

const offline =
  'You are offline, so nothing was sent. What you typed is kept: press Pay again when you are back.'

export const unheard =
  'We did not hear whether your order arrived. Send it again: it becomes one order, and is charged once.'

const tooManyUnpaid =
  'Nothing was ordered: too many orders from you are still waiting for their payment. Cancel one under Your orders, or ' +
  'press Pay again in a minute.'

function orderOf(cart: CheckedCart, recipient: Recipient, paymentMethod?: PaymentMethod): NewOrder {
  const { email, state, postalCode, ...address } = recipient
  return {
    ...(email && { email }),
    items: cart.orderable.map(({ sku, counted, unitPrice }) => ({ sku, quantity: counted, unitPrice })),
    shippingAddress: { ...address, ...(state && { state }), ...(postalCode && { postalCode }) },
    paymentMethod,
  }
}

function refusalOf(problem: Problem | undefined, cart: CheckedCart): Refusal {
  if (problem?.type.endsWith('price-changed')) return { fields: {}, said: [newPrices(problem, cart)] }
  if (problem?.type.endsWith('unknown-sku')) return { fields: {}, said: [noLongerSold(problem, cart)] }
  if (problem?.type.endsWith('too-many-unpaid')) return { fields: {}, said: [tooManyUnpaid] }
  if (problem?.errors) {
    const { fields, others } = sortFaults(problem, lastRecipient.get())
    return { fields, said: others }
  }
  if (!problem || problem.status >= 500 || problem.type.endsWith('request-in-progress')) {
    return { fields: {}, said: [unheard] }
  }
  return { fields: {}, said: [problem.detail ?? problem.title] }
}

function noLongerSold(problem: Problem, { orderable }: CheckedCart): string {
  const lines = (problem.errors ?? []).map(({ pointer }) => orderable[Number(pointer.split('/')[2])])
  const names = lines.flatMap((line) => (line ? [line.name] : []))
  return `Nothing was ordered: we no longer sell the ${names.join(' and the ')}. Look at the new total, then pay.`
}

function newPrices(problem: Problem, { orderable }: CheckedCart): string {
  const changes = (problem.items ?? []).map(({ sku, unitPrice, currentPrice }) => {
    const { name, currency } = orderable.find((line) => line.sku === sku) ?? { name: sku, currency: 'EUR' }
    return `The ${name} now costs ${money(currentPrice, currency)}, not ${money(unitPrice, currency)}.`
  })
  return [...changes, 'Nothing was ordered: look at the new total, then pay.'].join(' ')
}
