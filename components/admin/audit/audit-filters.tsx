'use client'

import { FilterBar, SelectFilter, TextFilter, type useFilters } from '../filters'
import { TimeFilter } from '../time-filter'
import { type AuditFilters, targetTyped } from './audit-questions'
import { actionWords } from './audit-words'
import { useKnown } from './use-known'

type AuditFilterBarProps = { filters: AuditFilters } & Pick<
  ReturnType<typeof useFilters>,
  'change' | 'narrow' | 'clear'
>

/** What narrows the trail; all of it stands in the address. */
export function AuditFilterBar({ filters, change, narrow, clear }: AuditFilterBarProps) {
  const { who, action, target, within, from, to } = filters
  return (
    <FilterBar
      label="Filter the audit trail"
      active={Boolean(who ?? action ?? target ?? within ?? from ?? to)}
      clear={clear}
    >
      <WhoFilter value={who} onChange={(value) => change('who', value)} />
      <TextFilter
        label="Order, SKU or target"
        hint="Order id, SKU, or key/…"
        value={target}
        onChange={(value) => change('target', targetTyped(value))}
      />
      <SelectFilter label="Did" value={action} onChange={(value) => change('action', value)}>
        {Object.entries(actionWords).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
        {action && !(action in actionWords) && <option>{action}</option>}
      </SelectFilter>
      <TimeFilter filters={filters} narrow={narrow} />
    </FilterBar>
  )
}

/** Callers of a kind, beside those who have a name. */
const kinds = ['staff', 'key', 'nobody']

type WhoFilterProps = { value?: string; onChange: (value: string) => void }

function WhoFilter(props: WhoFilterProps) {
  const { staff, keys } = useKnown()
  const names = new Set([...staff, ...keys].map(({ name }) => name))
  return (
    <>
      <TextFilter label="Who" hint="Who: a name, staff, key" list="who-acts" {...props} />
      <datalist id="who-acts">
        {[...kinds, ...names].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </>
  )
}
