'use client'

import { useSubscription } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { type Inputs, type Outputs, useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError, SelectField, TextField } from '@/components/ui/field'
import { reasonOf } from '../list-states'
import { Panel } from '../panel'
import { WhatIfCounts } from './what-if-counts'

type Asked = Inputs['whatIf']['range']
export type Told = Outputs['whatIf']['range'] extends AsyncIterable<infer T> ? T : never

const facts = {
  stock: 'There is only so much of a SKU',
  DECLINED: 'The provider declines every charge',
  CAPTURED: 'The provider captures every charge',
  NEVER: 'The provider never answers',
} as const
type FactName = keyof typeof facts

/** One fact otherwise for all orders of a stretch of time: how they would have ended. */
export function WhatIfRange() {
  const trpc = useTRPC()
  const [fact, setFact] = useState<FactName>('stock')
  const [asked, setAsked] = useState<Asked>()
  const [told, setTold] = useState<Told>()
  const nobody: Asked = { from: new Date(0), to: new Date(1), fact: { kind: 'charge', answers: 'NEVER' } }
  const stream = useSubscription(
    trpc.whatIf.range.subscriptionOptions(asked ?? nobody, {
      enabled: asked !== undefined,
      onData: (data) => {
        setTold(data)
        if (data.done) setAsked(undefined)
      },
      onError: () => setAsked(undefined),
    }),
  )
  const field = 'max-md:h-10'
  return (
    <Panel title="What if, for all orders of a time" aside="nothing is written" className="mt-3">
      <form
        aria-label="What if"
        className="grid grid-cols-2 items-start gap-x-2 gap-y-3 px-4 pt-3 pb-4 max-md:px-3.5 md:grid-cols-[2fr_1fr_96px_1fr_1fr_auto]"
        onSubmit={(event) => {
          event.preventDefault()
          setTold(undefined)
          setAsked(read(new FormData(event.currentTarget)))
        }}
      >
        <SelectField
          label="What is otherwise"
          name="fact"
          value={fact}
          onChange={({ target }) => setFact(target.value as FactName)}
          className={field}
          frameClassName={fact === 'stock' ? 'col-span-2 md:col-span-1' : 'col-span-2 md:col-span-3'}
        >
          {Object.entries(facts).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </SelectField>
        {fact === 'stock' && (
          <>
            <TextField label="SKU" name="sku" required maxLength={50} spellCheck={false} className={field} />
            <TextField
              label="Units"
              name="units"
              type="number"
              min={0}
              max={1_000_000}
              required
              defaultValue={0}
              className={`tabular-nums ${field}`}
            />
          </>
        )}
        <Day label="Placed from" name="from" />
        <Day label="up to and with" name="to" />
        <Button
          type="submit"
          variant="primary"
          pending={asked !== undefined}
          className="col-span-2 max-md:h-11 md:col-span-1 md:mt-5.5"
        >
          {asked ? 'Reckoning' : 'Reckon'}
        </Button>
        {stream.error && !told && (
          <div role="alert" className="col-span-full">
            <FieldError>{reasonOf(stream.error)}</FieldError>
          </div>
        )}
      </form>
      {told && <WhatIfCounts told={told} />}
    </Panel>
  )
}

/** A day of UTC, as all figures have them; today unless another is chosen. */
function Day({ label, name }: { label: string; name: string }) {
  return (
    <TextField
      label={label}
      name={name}
      type="date"
      required
      defaultValue={new Date().toISOString().slice(0, 10)}
      // The server may have drawn it the day before.
      suppressHydrationWarning
      className="tabular-nums max-md:h-10"
    />
  )
}

const DAY_MS = 86_400_000

function read(form: FormData): Asked {
  const name = String(form.get('fact')) as FactName
  const day = (field: string) => new Date(String(form.get(field)))
  return {
    from: day('from'),
    to: new Date(day('to').getTime() + DAY_MS),
    fact:
      name === 'stock'
        ? { kind: 'stock', sku: String(form.get('sku')), units: Number(form.get('units')) }
        : { kind: 'charge', answers: name },
  }
}
