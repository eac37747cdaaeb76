'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError, SelectField } from '@/components/ui/field'
import type { Role } from '@/server/access/permissions'
import { AskFirst } from '../ask-first'
import type { Member } from '../desk-types'
import { DrawerFacts } from '../drawer-parts'
import { reasonOf } from '../list-states'
import { Moment } from '../moment'
import { roleNames } from '../permission-words'
import { SecondFactor } from './staff-columns'

type MemberAccessProps = {
  member: Member
  isSelf: boolean
  onPassword: (made: { email: string; password: string }) => void
}

/** What somebody may, and the ways to change it. Who asks about themselves changes the password elsewhere. */
export function MemberAccess({ member, isSelf, onPassword }: MemberAccessProps) {
  return (
    <>
      <RoleChoice key={member.role} member={member} />
      <DrawerFacts>
        <dt>Since</dt>
        <dd>
          <Moment at={member.createdAt} />
        </dd>
        <dt>Second factor</dt>
        <dd>
          <SecondFactor isOn={member.secondFactor} />
        </dd>
        <dt>Last seen</dt>
        <dd>{member.lastSeenAt ? <Moment at={member.lastSeenAt} /> : 'never'}</dd>
      </DrawerFacts>
      <div className="flex flex-wrap items-start gap-2 border-line border-b px-5 py-4 max-md:px-4">
        {isSelf ? (
          <p className="text-ink-2">
            This is you. Your password and second factor are at{' '}
            <Link href="/admin/account" className="text-link">
              your account
            </Link>
            .
          </p>
        ) : (
          <NewPassword member={member} onPassword={onPassword} />
        )}
        {member.disabled ? <Enable member={member} /> : <Disable member={member} />}
      </div>
    </>
  )
}

/** What was changed stands in the list, which is asked again. */
function useAnew() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return { onSuccess: () => queries.invalidateQueries({ queryKey: trpc.staff.pathKey() }) }
}

function RoleChoice({ member }: { member: Member }) {
  const trpc = useTRPC()
  const change = useMutation(trpc.staff.changeRole.mutationOptions(useAnew()))
  return (
    <div className="border-line border-b px-5 py-4 max-md:px-4">
      <SelectField
        label="Role"
        value={change.isPending ? change.variables.role : member.role}
        onChange={({ target }) => change.mutate({ id: member.id, role: target.value as Role })}
        error={change.error ? reasonOf(change.error) : undefined}
        hint="Counts from the next request on"
        frameClassName="[&>span]:max-w-60"
      >
        {roleNames.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </SelectField>
    </div>
  )
}

function NewPassword({ member, onPassword }: Omit<MemberAccessProps, 'isSelf'>) {
  const trpc = useTRPC()
  const anew = useAnew()
  const reset = useMutation(trpc.staff.resetPassword.mutationOptions(anew))
  return (
    <AskFirst
      name="New password"
      consequences="Their old password and second factor count no more, and they are signed out everywhere."
      yes="Make a new password"
      pending={reset.isPending}
      error={reset.error}
      act={(done) =>
        reset.mutate(
          { id: member.id },
          {
            onSuccess: ({ password }) => {
              done()
              onPassword({ email: member.email, password })
            },
          },
        )
      }
    />
  )
}

function Disable({ member }: { member: Member }) {
  const trpc = useTRPC()
  const disable = useMutation(trpc.staff.disable.mutationOptions(useAnew()))
  return (
    <AskFirst
      name="Disable the account"
      consequences="They are out at once, and cannot sign in until somebody enables the account again."
      yes="Disable it"
      danger
      pending={disable.isPending}
      error={disable.error}
      act={(done) => disable.mutate({ id: member.id }, { onSuccess: done })}
    />
  )
}

function Enable({ member }: { member: Member }) {
  const trpc = useTRPC()
  const enable = useMutation(trpc.staff.enable.mutationOptions(useAnew()))
  return (
    <>
      <Button
        pending={enable.isPending}
        onClick={() => enable.mutate({ id: member.id })}
        className="max-md:h-11"
      >
        Enable the account
      </Button>
      {enable.error && (
        <div role="alert" className="basis-full">
          <FieldError>{reasonOf(enable.error)}</FieldError>
        </div>
      )}
    </>
  )
}
