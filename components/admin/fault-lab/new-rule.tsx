'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError, SelectField, TextField } from '@/components/ui/field'
import { reasonOf } from '../list-states'
import { Panel } from '../panel'
import { faultsOf } from '../product-faults'
import { readRule } from './typed'
import { WhereOptions } from './where-options'
import { type Effect, effectWords, isOfPokes } from './words'

/** Says what goes wrong, where, how often and how long. The server has the last word, beside the fields. */
export function NewRule() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [effect, setEffect] = useState<Effect>('THROW_BEFORE_COMMIT')
  const reacting = useQuery(trpc.faultLab.reacting.queryOptions(undefined, { staleTime: Infinity }))
  const add = useMutation(
    trpc.faultLab.add.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.faultLab.rules.queryKey() }),
    }),
  )
  const faults = faultsOf(add.error)
  return (
    <Panel
      title="New rule"
      aside={<span role="status">{add.isSuccess && 'Armed: it waits for what fits'}</span>}
    >
      <form
        aria-label="New rule"
        className="grid grid-cols-6 items-start gap-x-2 gap-y-3 px-4 pt-3 pb-4 max-md:px-3.5 md:grid-cols-[repeat(12,minmax(0,1fr))]"
        onSubmit={(event) => {
          event.preventDefault()
          if (!add.isPending) add.mutate(readRule(new FormData(event.currentTarget)))
        }}
        onChange={() => add.reset()}
      >
        <SelectField
          label="What goes wrong"
          name="effect"
          value={effect}
          onChange={({ target }) => setEffect(target.value as Effect)}
          error={faults.effect}
          className="max-md:h-10"
          frameClassName={`col-span-6 ${effect === 'DELAY' && 'md:col-span-4'}`}
        >
          {Object.entries(effectWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
        {effect === 'DELAY' && (
          <TextField
            label="Seconds later"
            name="seconds"
            type="number"
            inputMode="decimal"
            min={0.001}
            max={600}
            step="any"
            required
            defaultValue={5}
            error={faults.delayMs}
            className="tabular-nums max-md:h-10"
            frameClassName="col-span-6 md:col-span-2"
          />
        )}
        <SelectField
          // What can be chosen depends on the effect, and begins anew with it.
          key={effect}
          label="Where"
          name="where"
          error={faults.module ?? faults.eventType}
          className="max-md:h-10"
          frameClassName="col-span-6"
        >
          <WhereOptions effect={effect} reacting={reacting.data ?? []} />
        </SelectField>
        <TextField
          label="Only for"
          name="about"
          placeholder="any order; or an order’s id, or a SKU"
          maxLength={50}
          autoComplete="off"
          spellCheck={false}
          error={faults.orderId ?? faults.sku}
          className="max-md:h-10"
          frameClassName="col-span-6 md:col-span-4"
        />
        <SelectField
          label="Try"
          name="attempt"
          disabled={isOfPokes(effect)}
          error={faults.attempt}
          className="disabled:bg-sunken disabled:text-ink-3 max-md:h-10"
          frameClassName="col-span-2"
        >
          <option value="">any</option>
          {['1', '2', '3', '4'].map((attempt) => (
            <option key={attempt}>{attempt}</option>
          ))}
        </SelectField>
        <TextField
          label="Uses"
          name="uses"
          type="number"
          inputMode="numeric"
          min={1}
          max={100}
          required
          defaultValue={1}
          error={faults.uses}
          className="tabular-nums max-md:h-10"
          frameClassName="col-span-2"
        />
        <SelectField
          label="For"
          name="expiresInSeconds"
          defaultValue="900"
          error={faults.expiresInSeconds}
          className="max-md:h-10"
          frameClassName="col-span-2"
        >
          <option value="300">5 min</option>
          <option value="900">15 min</option>
          <option value="3600">1 hour</option>
          <option value="86400">1 day</option>
        </SelectField>
        <Button
          type="submit"
          variant="primary"
          pending={add.isPending}
          className="col-span-6 max-md:h-11 md:col-span-2 md:mt-5.5"
        >
          Arm it
        </Button>
        {add.error && Object.keys(faults).length === 0 && (
          <div role="alert" className="col-span-full">
            <FieldError>{reasonOf(add.error)}</FieldError>
          </div>
        )}
      </form>
    </Panel>
  )
}
