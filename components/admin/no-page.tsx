import type { LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { button } from '@/components/ui/button'
import { Empty } from './list-states'
import { PageBody } from './page-body'
import { Panel } from './panel'
import { TitleBar } from './title-bar'

type NoPageProps = { title: string; Icon: LucideIcon; says: string; way: string }

/** Instead of a page of the desk: why there is none, and the way back to one. */
export function NoPage({ title, Icon, says, way }: NoPageProps) {
  return (
    <>
      <TitleBar title={title} />
      <PageBody>
        <Panel>
          <Empty Icon={Icon} title={says}>
            <p>{way}</p>
            <Link href="/admin" className={button()}>
              To the overview
            </Link>
          </Empty>
        </Panel>
      </PageBody>
    </>
  )
}
