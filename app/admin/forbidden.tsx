import { LockKeyhole } from 'lucide-react'
import Link from 'next/link'
import { Empty } from '@/components/admin/list-states'
import { PageBody } from '@/components/admin/page-body'
import { Panel } from '@/components/admin/panel'
import { TitleBar } from '@/components/admin/title-bar'
import { button } from '@/components/ui/button'

export default function NotAllowed() {
  return (
    <>
      <TitleBar title="Not allowed" />
      <PageBody>
        <Panel>
          <Empty Icon={LockKeyhole} title="Your role does not let you see this">
            <p>Ask an admin, who can give you another one.</p>
            <Link href="/admin" className={button()}>
              To the overview
            </Link>
          </Empty>
        </Panel>
      </PageBody>
    </>
  )
}
