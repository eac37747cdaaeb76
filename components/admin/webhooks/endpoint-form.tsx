'use client'

import { useMutation } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { type Outputs, useTRPC } from '@/components/trpc-provider'
import { SelectField, TextField } from '@/components/ui/field'
import { DrawerForm } from '../drawer-form'
import { faultsOf } from '../product-faults'
import { typedFilters } from './filters'
import { FiltersField } from './filters-field'
import type { EndpointDetail } from './questions'
import { useAnew } from './use-webhooks'

type NewEndpointFormProps = { onMade: (made: Outputs['webhooks']['create']) => void; onCancel: () => void }

export function NewEndpointForm({ onMade, onCancel }: NewEndpointFormProps) {
  const trpc = useTRPC()
  const create = useMutation(trpc.webhooks.create.mutationOptions({ ...useAnew(), onSuccess: onMade }))
  return (
    <EndpointForm
      label="New endpoint"
      action="Make the endpoint"
      send={(typed) => create.mutate(read(typed))}
      sending={create}
      onCancel={onCancel}
    />
  )
}

type ChangeEndpointFormProps = { endpoint: EndpointDetail; onDone: () => void }

export function ChangeEndpointForm({ endpoint, onDone }: ChangeEndpointFormProps) {
  const trpc = useTRPC()
  const edit = useMutation(trpc.webhooks.edit.mutationOptions({ ...useAnew(), onSuccess: onDone }))
  return (
    <EndpointForm
      label={`Change ${endpoint.name}`}
      action="Save"
      endpoint={endpoint}
      send={(typed) => edit.mutate({ id: endpoint.id, ...read(typed) })}
      sending={edit}
      onCancel={onDone}
    />
  )
}

function read(typed: FormData) {
  const text = (name: string) => String(typed.get(name)).trim()
  return {
    name: text('name'),
    url: text('url'),
    filters: typedFilters(text('filters')),
    ordered: text('ordered') === 'yes',
  }
}

type EndpointFormProps = Omit<ComponentProps<typeof DrawerForm>, 'isSaidAtFields' | 'children'> & {
  endpoint?: EndpointDetail
}

/** Where the other program listens, of what it is told, and whether in order. */
function EndpointForm({ endpoint, ...form }: EndpointFormProps) {
  const faults = faultsOf(form.sending.error)
  const filterFault = Object.entries(faults).find(([field]) => field.startsWith('filters'))?.[1]
  return (
    <DrawerForm {...form} isSaidAtFields={Object.keys(faults).length > 0}>
      <TextField
        label="Name"
        name="name"
        required
        maxLength={100}
        autoFocus
        data-first
        autoComplete="off"
        defaultValue={endpoint?.name}
        placeholder="Parcels"
        error={faults.name}
        hint="As it stands in the list and in the audit trail"
      />
      <TextField
        label="URL"
        name="url"
        type="url"
        required
        maxLength={1_000}
        autoComplete="off"
        spellCheck={false}
        defaultValue={endpoint?.url}
        placeholder="https://parcels.example/hooks/tiny"
        error={faults.url}
        hint="https, and reachable from outside: an address inside is refused"
      />
      <FiltersField filters={endpoint?.filters ?? ['Order*']} error={filterFault} />
      <SelectField
        label="When one fails"
        name="ordered"
        defaultValue={(endpoint?.ordered ?? true) ? 'yes' : 'no'}
        error={faults.ordered}
        hint="In order, it is told each order’s events as they happened. Fast, each arrives as soon as it can"
      >
        <option value="yes">in order: later ones of its order wait</option>
        <option value="no">fast: later ones go on</option>
      </SelectField>
    </DrawerForm>
  )
}
