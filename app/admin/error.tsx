'use client'

import { TriangleAlert } from 'lucide-react'
import { PageBody } from '@/components/admin/page-body'
import { Panel } from '@/components/admin/panel'
import { TitleBar } from '@/components/admin/title-bar'
import { Button } from '@/components/ui/button'

export default function DeskError({ reset }: { reset: () => void }) {
  return (
    <>
      <TitleBar title="This page broke" />
      <PageBody>
        <Panel>
          <div role="alert" className="grid justify-items-start gap-3 p-6">
            <TriangleAlert aria-hidden className="size-5 text-st-failed" strokeWidth={1.5} />
            <p>The page could not be put together. Orders and events go on without it.</p>
            <Button onClick={reset}>Try again</Button>
          </div>
        </Panel>
      </PageBody>
    </>
  )
}
