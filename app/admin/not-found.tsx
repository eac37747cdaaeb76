import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { Empty } from '@/components/admin/list-states'
import { PageBody } from '@/components/admin/page-body'
import { Panel } from '@/components/admin/panel'
import { TitleBar } from '@/components/admin/title-bar'
import { button } from '@/components/ui/button'

export default function NotInTheDesk() {
  return (
    <>
      <TitleBar title="Not found" />
      <PageBody>
        <Panel>
          <Empty Icon={Inbox} title="There is nothing under this address">
            <p>It may have been cut short when it was copied.</p>
            <Link href="/admin" className={button()}>
              To the overview
            </Link>
          </Empty>
        </Panel>
      </PageBody>
    </>
  )
}
