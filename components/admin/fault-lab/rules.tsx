'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { DataTable } from '../data-table'
import { Empty, Failed, reasonOf, StaleLine } from '../list-states'
import { Panel } from '../panel'
import { ruleColumns } from './rule-columns'

/** What can go wrong by now, and what could until lately. */
export function Rules() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const rules = useQuery(trpc.faultLab.rules.queryOptions(undefined, { refetchInterval: 1_000 }))
  const changed = {
    // One that somebody else has removed is gone as well.
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.faultLab.rules.queryKey() }),
  }
  const remove = useMutation(trpc.faultLab.remove.mutationOptions(changed))
  const removeAll = useMutation(trpc.faultLab.removeAll.mutationOptions(changed))
  const error = remove.error ?? removeAll.error
  if (rules.error && !rules.data) {
    return (
      <Panel title="Rules">
        <Failed title="The rules did not arrive" query={rules} />
      </Panel>
    )
  }
  const removing = remove.isPending ? remove.variables.ruleId : undefined
  return (
    <div>
      {rules.error && <StaleLine />}
      <Panel
        title="Rules"
        aside={
          (rules.data?.length ?? 0) > 0 && (
            <Button
              variant="quiet"
              className="-mr-3 text-st-failed! max-md:h-10"
              pending={removeAll.isPending}
              onClick={() => removeAll.mutate()}
            >
              Remove all
            </Button>
          )
        }
      >
        {error && (
          <div role="alert" className="border-line-soft border-b px-4 py-2">
            <FieldError>{reasonOf(error)}</FieldError>
          </div>
        )}
        {rules.data?.length === 0 ? (
          <Empty Icon={FlaskConical} title="Nothing goes wrong on purpose">
            <p>
              Arm a rule above, or have a test do it with{' '}
              <code className="font-mono text-12">POST /api/fault-lab/rules</code>.
            </p>
          </Empty>
        ) : (
          <DataTable
            label="Rules"
            columns={ruleColumns(({ ruleId }) => remove.mutate({ ruleId }), removing)}
            rows={rules.data}
            rowKey={({ ruleId }) => ruleId}
            card={{ areas: '"w d" "g d" "u e"', columns: 'minmax(0,1fr) auto' }}
            skeletonRows={3}
          />
        )}
      </Panel>
    </div>
  )
}

/** Beside the title: how many wait for what fits. */
export function ActiveCount() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.faultLab.rules.queryOptions())
  const active = data?.filter(({ state }) => state === 'ACTIVE').length ?? 0
  return active > 0 && `${active} active`
}
