'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Outputs, useTRPC } from '@/components/trpc-provider'
import { SelectField, TextField } from '@/components/ui/field'
import type { Role } from '@/server/access/permissions'
import { DrawerForm, NewButton } from '../drawer-form'
import { useOpenRow } from '../open-row'
import { roleNames } from '../permission-words'
import { faultsOf } from '../product-faults'
import { openMember } from './staff-questions'

export function NewMember() {
  const row = useOpenRow('account', openMember)
  return <NewButton open={() => row.show('new')}>New account</NewButton>
}

type NewMemberFormProps = { onMade: (made: Outputs['staff']['create']) => void; onCancel: () => void }

/** Makes somebody known. The password is made here, and lets in once. */
export function NewMemberForm({ onMade, onCancel }: NewMemberFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const create = useMutation(
    trpc.staff.create.mutationOptions({
      onSuccess: async (made) => {
        await queries.invalidateQueries({ queryKey: trpc.staff.pathKey() })
        onMade(made)
      },
    }),
  )
  const faults = faultsOf(create.error)

  function send(typed: FormData) {
    const text = (name: string) => String(typed.get(name)).trim()
    create.mutate({ email: text('email'), name: text('name'), role: text('role') as Role })
  }

  return (
    <DrawerForm
      label="New account"
      action="Make the account"
      send={send}
      sending={create}
      isSaidAtFields={Object.keys(faults).length > 0}
      onCancel={onCancel}
    >
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        required
        maxLength={254}
        autoFocus
        data-first
        autoComplete="off"
        spellCheck={false}
        error={faults.email}
      />
      <TextField
        label="Name"
        name="name"
        required
        maxLength={100}
        autoComplete="off"
        error={faults.name}
        hint="As it stands beside what they do"
      />
      <SelectField label="Role" name="role" defaultValue="viewer" error={faults.role}>
        {roleNames.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </SelectField>
    </DrawerForm>
  )
}
