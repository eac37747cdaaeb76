'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { besideDrawer } from '@/components/ui/drawer'
import { DataTable } from '../data-table'
import type { Member } from '../desk-types'
import { Failed, StaleLine } from '../list-states'
import { type OpenRow, useOpenRow } from '../open-row'
import { Panel } from '../panel'
import { MemberDrawer } from './member-drawer'
import { staffColumns } from './staff-columns'
import { openMember } from './staff-questions'

/** Who may sign in; below it, as children, what their roles are good for. */
export function StaffList({ self, children }: { self: string; children: ReactNode }) {
  const trpc = useTRPC()
  const row = useOpenRow('account', openMember)
  const staff = useQuery(trpc.staff.list.queryOptions(undefined, { refetchInterval: 10_000 }))
  return (
    <div className={row.open && besideDrawer}>
      {staff.error && staff.data && <StaleLine />}
      <div className={`grid items-start gap-3 ${row.open ? '' : 'xl:grid-cols-[minmax(0,1fr)_480px]'}`}>
        <Panel>
          {staff.error && !staff.data ? (
            <Failed title="The staff did not arrive" query={staff} />
          ) : (
            <Rows members={staff.data} row={row} self={self} />
          )}
        </Panel>
        {children}
      </div>
      <MemberDrawer row={row} members={staff.data} self={self} />
    </div>
  )
}

function Rows({ members, row, self }: { members?: Member[]; row: OpenRow; self: string }) {
  return (
    <DataTable
      label="Staff"
      columns={staffColumns(row, self)}
      rows={members}
      rowKey={({ id }) => id}
      marked={({ id }) => id === row.open}
      card={{ areas: '"a a t" "r f f"', columns: 'auto minmax(0,1fr) auto' }}
      skeletonRows={3}
    />
  )
}

/** Beside the title. */
export function StaffCount() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.staff.list.queryOptions())
  return (
    data && <span className="max-md:hidden">{count(data.length, 'person', 'people')}, sign-up is closed</span>
  )
}
