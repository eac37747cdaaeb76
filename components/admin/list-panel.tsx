import type { ComponentProps, ReactNode } from 'react'
import { Failed, StaleLine } from './list-states'
import { NewRows } from './new-rows'
import { Pager } from './pager'
import { Panel } from './panel'

type ListPanelProps = {
  query: ComponentProps<typeof Failed>['query'] & { data?: { nextCursor?: string | number } }
  /** What to say when nothing came at all. */
  failed: string
  /** What has come in since and waits, in words; nothing while nothing waits. */
  waiting?: string
  release?: () => void
  /** Above the rows, such as what is chosen of them. */
  head?: ReactNode
  pager: Omit<ComponentProps<typeof Pager>, 'nextCursor'>
  children: ReactNode
}

/** A list of the desk with all of its states: refused, old because the line is lost, something waiting, and its pages. */
export function ListPanel({ query, failed, waiting, release, head, pager, children }: ListPanelProps) {
  if (query.error && !query.data) {
    return (
      <Panel>
        <Failed title={failed} query={query} />
      </Panel>
    )
  }
  return (
    <>
      {query.error && <StaleLine />}
      <Panel>
        {head}
        {waiting && release && <NewRows said={`${waiting}, held while you read`} show={release} />}
        {children}
        <Pager {...pager} nextCursor={query.data?.nextCursor} />
      </Panel>
    </>
  )
}
