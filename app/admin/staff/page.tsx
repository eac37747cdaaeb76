import type { Metadata } from 'next'
import { PageBody } from '@/components/admin/page-body'
import { NewMember } from '@/components/admin/staff/new-member'
import { RoleTable } from '@/components/admin/staff/role-table'
import { StaffCount, StaffList } from '@/components/admin/staff/staff-list'
import { TitleBar } from '@/components/admin/title-bar'
import { permissionsOf } from '@/server/access/permissions'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Staff' }

export default async function StaffPage() {
  const { id } = await visitor('staff:manage')
  await getQueryClient().prefetchQuery(trpc.staff.list.queryOptions())
  return (
    <Hydrate>
      <TitleBar title="Staff" detail={<StaffCount />}>
        <NewMember />
      </TitleBar>
      <PageBody>
        <StaffList self={id}>
          <RoleTable permissionsOf={permissionsOf} />
        </StaffList>
      </PageBody>
    </Hydrate>
  )
}
