'use client'

import { UserX } from 'lucide-react'
import { useState } from 'react'
import { Drawer, DrawerBody, DrawerHead } from '@/components/ui/drawer'
import { ShownOnce } from '@/components/ui/shown-once'
import type { Member } from '../desk-types'
import { DrawerFactsSpace } from '../drawer-parts'
import { Empty } from '../list-states'
import type { OpenRow } from '../open-row'
import { MemberAccess } from './member-access'
import { MemberSessions } from './member-sessions'
import { NewMemberForm } from './new-member'
import { MemberState } from './staff-columns'

type MemberDrawerProps = { row: OpenRow; members?: Member[]; self: string }

/** Somebody beside the list, or the form for somebody new; a password that was made is shown above it all. */
export function MemberDrawer({ row, members, self }: MemberDrawerProps) {
  const [invited, setInvited] = useState<{ email: string; password: string }>()
  return (
    <>
      <Drawer subject={row.open} close={() => row.show()}>
        {(subject) =>
          subject === 'new' ? (
            <>
              <DrawerHead title="New account" />
              <NewMemberForm
                onMade={(made) => {
                  setInvited(made)
                  row.show(made.id)
                }}
                onCancel={() => row.show()}
              />
            </>
          ) : (
            <OpenedMember
              key={subject}
              members={members}
              id={subject}
              isSelf={subject === self}
              onPassword={setInvited}
            />
          )
        }
      </Drawer>
      {invited && (
        <ShownOnce
          title={`Give ${invited.email} this password`}
          said="It lets in once, to choose another. This is the only time we can show it; when it is lost, make a new one."
          secret={invited.password}
          close={() => setInvited(undefined)}
        />
      )}
    </>
  )
}

type OpenedMemberProps = {
  members?: Member[]
  id: string
  isSelf: boolean
  onPassword: (made: { email: string; password: string }) => void
}

function OpenedMember({ members, id, isSelf, onPassword }: OpenedMemberProps) {
  const member = members?.find((each) => each.id === id)
  if (members && !member) {
    return (
      <>
        <DrawerHead title="Account" />
        <DrawerBody>
          <Empty Icon={UserX} title="Nobody has this account">
            <p>The address may be cut off. Choose somebody from the list.</p>
          </Empty>
        </DrawerBody>
      </>
    )
  }
  return (
    <>
      <DrawerHead
        title={
          <>
            {member?.email ?? 'Account'}
            {member && <MemberState member={member} />}
          </>
        }
        detail={member?.name}
      />
      <DrawerBody>
        {member ? (
          <>
            <MemberAccess member={member} isSelf={isSelf} onPassword={onPassword} />
            <MemberSessions id={member.id} />
          </>
        ) : (
          <DrawerFactsSpace lines={4} />
        )}
      </DrawerBody>
    </>
  )
}
