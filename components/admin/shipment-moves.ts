'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type TRPCError, useTRPC } from '@/components/trpc-provider'
import type { Shipment, ShipmentStatus } from './desk-types'
import { reasonOf } from './list-states'
import { useMay } from './may'

export type Step = 'dispatch' | 'deliver'

/** What came of one shipment's step: done, done before by somebody else, or refused. */
export type Result = {
  step: Step
  outcome: 'moved' | 'already' | 'refused'
  said: string
  shipment: Shipment
}

/** How many are asked for at once. */
const AT_ONCE = 4

/** The step that a shipment can take next. */
export const nextStep = ({ status }: Shipment): Step | undefined =>
  status === 'CREATED' ? 'dispatch' : status === 'DISPATCHED' ? 'deliver' : undefined

/** Shipments that were chosen, and what came of moving them; results stay until the next choice. */
export function useShipmentMoves() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const moves = {
    dispatch: useMutation(trpc.shipments.dispatch.mutationOptions()),
    deliver: useMutation(trpc.shipments.deliver.mutationOptions()),
  }
  /** Who may only look is offered no choice. */
  const may = useMay('shipments:write')
  const [chosen, setChosen] = useState<ReadonlyMap<string, Shipment>>(new Map())
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map())
  const [progress, setProgress] = useState<{ step: Step; all: number; done: number }>()

  function choose(shipments: Shipment[], on: boolean) {
    if (progress) return
    // A choice after results begins anew.
    const next = new Map(results.size > 0 ? [] : chosen)
    for (const shipment of shipments) {
      if (on) next.set(shipment.shipmentId, shipment)
      else next.delete(shipment.shipmentId)
    }
    setResults(new Map())
    setChosen(next)
  }

  async function move(step: Step, shipment: Shipment) {
    const result = await moves[step].mutateAsync({ shipmentId: shipment.shipmentId }).then(
      ({ shipment, moved }): Result => ({
        step,
        shipment,
        outcome: moved ? 'moved' : 'already',
        said: moved ? words[step].moved : words[step].already,
      }),
      (error: TRPCError): Result => ({ step, outcome: 'refused', ...refusal(error, step, shipment) }),
    )
    setResults((all) => new Map(all).set(shipment.shipmentId, result))
    setProgress((now) => now && { ...now, done: now.done + 1 })
  }

  /** Moves them all, a few at a time; what is refused does not keep the others. */
  async function run(step: Step, shipments: Shipment[]) {
    if (progress || shipments.length === 0) return
    setProgress({ step, all: shipments.length, done: 0 })
    setChosen((all) => new Map([...all, ...shipments.map((each) => [each.shipmentId, each] as const)]))
    setResults((all) => new Map([...all].filter(([id]) => !shipments.some((each) => each.shipmentId === id))))
    const waiting = shipments.values()
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const shipment of waiting) await move(step, shipment)
      }),
    )
    setProgress(undefined)
    await queries.invalidateQueries({ queryKey: trpc.shipments.pathKey() })
  }

  return { may, chosen, results, progress, choose, none: () => choose([...chosen.values()], false), run }
}

export type ShipmentMoves = ReturnType<typeof useShipmentMoves>

const words = {
  dispatch: { moved: 'Dispatched now', already: 'Had left already, nothing done' },
  deliver: { moved: 'Delivered now', already: 'Had arrived already, nothing done' },
}

function refusal(error: TRPCError, step: Step, shipment: Shipment): Pick<Result, 'said' | 'shipment'> {
  if (error.data?.code !== 'CONFLICT') return { said: reasonOf(error), shipment }
  const status = error.data.problem.shipmentStatus as ShipmentStatus
  const now = { ...shipment, status }
  if (status === 'VOIDED') return { said: 'Its order was cancelled, so it stays here', shipment: now }
  if (step === 'deliver') return { said: 'Not yet: it has not left', shipment: now }
  return { said: 'Not yet: its order must be shipped first', shipment: now }
}
