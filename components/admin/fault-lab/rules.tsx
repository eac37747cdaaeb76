'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { DataTable } from '../data-table'
import { Empty, Failed, reasonOf } from '../list-states'
import { Panel } from '../panel'
import { ruleColumns } from './rule-columns'
import type { Rule } from './words'

type RulesProps = { query: ComponentProps<typeof Failed>['query'] & { data?: Rule[] } }

/** What can go wrong by now, and what could until lately. */
export function Rules({ query }: RulesProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const changed = {
    // One that somebody else has removed is gone as well.
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.faultLab.rules.queryKey() }),
  }
  const remove = useMutation(trpc.faultLab.remove.mutationOptions(changed))
  const removeAll = useMutation(trpc.faultLab.removeAll.mutationOptions(changed))
  const error = remove.error ?? removeAll.error
  const rules = query.data
  if (query.error && !rules) {
    return (
      <Panel title="Rules">
        <Failed title="The rules did not arrive" query={query} />
      </Panel>
    )
  }
  return (
    <Panel
      title="Rules"
      aside={
        rules &&
        rules.length > 0 && (
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
      {rules?.length === 0 ? (
        <Empty Icon={FlaskConical} title="Nothing goes wrong on purpose">
          <p>
            Arm a rule above, or have a test do it with{' '}
            <code className="whitespace-nowrap font-mono text-12">POST /api/fault-lab/rules</code>.
          </p>
        </Empty>
      ) : (
        <DataTable
          label="Rules"
          columns={ruleColumns(
            ({ ruleId }) => remove.mutate({ ruleId }),
            remove.isPending ? remove.variables.ruleId : undefined,
          )}
          rows={rules}
          rowKey={({ ruleId }) => ruleId}
          card={{ areas: '"w d" "g d" "u e"', columns: 'minmax(0,1fr) auto' }}
          skeletonRows={3}
        />
      )}
    </Panel>
  )
}
