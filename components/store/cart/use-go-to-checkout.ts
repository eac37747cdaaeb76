'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type MouseEvent, useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { acceptPrices } from './cart'
import { type CheckedCart, checkCart } from './checked-cart'

/** Asks once more what everything costs and whether it is there, and goes on if that is what the customer has seen. */
export function useGoToCheckout(cart: CheckedCart) {
  const catalogue = useTRPC().catalogue.list.queryOptions(undefined, { staleTime: 0 })
  const queryClient = useQueryClient()
  const router = useRouter()
  const [state, setState] = useState<'idle' | 'asking' | 'changed' | 'lost'>('idle')

  async function go(event: MouseEvent) {
    // Into a tab of its own: checked there, as the checkout always does.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (state === 'asking') return
    setState('asking')
    try {
      const now = checkCart(cart.lines, await queryClient.fetchQuery(catalogue))
      if (offerOf(now) !== offerOf(cart)) return setState('changed')
      acceptPrices(new Map(now.orderable.map(({ sku, unitPrice }) => [sku, unitPrice])))
      router.push('/checkout')
    } catch {
      setState('lost')
    }
  }

  return { go, state }
}

const offerOf = ({ orderable }: CheckedCart) =>
  JSON.stringify(
    orderable.map(({ sku, counted, unitPrice, currency }) => [sku, counted, unitPrice, currency]),
  )
