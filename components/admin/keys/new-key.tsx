'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Outputs, useTRPC } from '@/components/trpc-provider'
import { Drawer, DrawerHead } from '@/components/ui/drawer'
import { FieldError, TextField } from '@/components/ui/field'
import type { Permission } from '@/server/access/permissions'
import { DrawerForm, NewButton } from '../drawer-form'
import { type OpenRow, useOpenRow } from '../open-row'
import { permissionNames, permissionWords } from '../permission-words'
import { faultsOf } from '../product-faults'
import { openKey } from './key-words'

export function NewKey() {
  const row = useOpenRow('key', openKey)
  return <NewButton open={() => row.show('new')}>New key</NewButton>
}

type NewKeyDrawerProps = { row: OpenRow; onMade: (made: Outputs['keys']['create']) => void }

export function NewKeyDrawer({ row, onMade }: NewKeyDrawerProps) {
  return (
    <Drawer subject={row.open} close={() => row.show()}>
      {() => (
        <>
          <DrawerHead title="New key" />
          <NewKeyForm onMade={onMade} onCancel={() => row.show()} />
        </>
      )}
    </Drawer>
  )
}

type NewKeyFormProps = { onMade: NewKeyDrawerProps['onMade']; onCancel: () => void }

/** Says who will use it and what for. The fewer scopes a key has, the less it is worth to a thief. */
function NewKeyForm({ onMade, onCancel }: NewKeyFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const create = useMutation(
    trpc.keys.create.mutationOptions({
      onSuccess: async (made) => {
        await queries.invalidateQueries({ queryKey: trpc.keys.pathKey() })
        onMade(made)
      },
    }),
  )
  const faults = faultsOf(create.error)

  function send(typed: FormData) {
    const name = String(typed.get('name')).trim()
    create.mutate({ name, scopes: typed.getAll('scopes') as Permission[] })
  }

  return (
    <DrawerForm
      label="New key"
      action="Make the key"
      send={send}
      sending={create}
      isSaidAtFields={Object.keys(faults).length > 0}
      onCancel={onCancel}
    >
      <TextField
        label="Name"
        name="name"
        required
        maxLength={100}
        autoFocus
        data-first
        autoComplete="off"
        placeholder="Warehouse printer"
        error={faults.name}
        hint="What uses it: the audit trail has what it does under this name"
      />
      <Scopes error={faults.scopes} />
    </DrawerForm>
  )
}

function Scopes({ error }: { error?: string }) {
  return (
    <fieldset aria-describedby={error && 'scopes-error'}>
      <legend className="pb-1.5 text-12 text-ink-2">What it may do</legend>
      {error && (
        <div className="pb-2">
          <FieldError id="scopes-error">{error}</FieldError>
        </div>
      )}
      <ul className="rounded-3 border border-line">
        {permissionNames.map((permission) => (
          <li key={permission} className="border-line-soft border-b last:border-b-0">
            <label className="flex min-h-9 cursor-pointer items-center gap-3 px-3 hover:bg-hover max-md:min-h-11">
              <input
                type="checkbox"
                name="scopes"
                value={permission}
                aria-label={`${permission}: ${permissionWords[permission]}`}
                className="size-4 flex-none accent-accent"
              />
              <span className="min-w-0 flex-1">{permissionWords[permission]}</span>
              <span className="font-mono text-12 text-ink-3 max-md:hidden">{permission}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
