import clsx from 'clsx'
import { Button } from '@/components/ui/button'
import type { Column } from '../data-table'
import { Moment } from '../moment'
import { OrderLink } from '../order-link'
import { effectOf, type Rule, stateWords, whereOf } from './words'

/** More would be a line that nobody counts. */
const MOST_MARKS = 8

/** On a phone: where and what to do, what goes wrong, then how often and how long. */
export function ruleColumns(remove: (rule: Rule) => void, removing?: string): Column<Rule>[] {
  const quiet = ({ state }: Rule) => (state === 'ACTIVE' ? '' : 'text-ink-3')
  return [
    {
      name: 'Where',
      card: 'w',
      className: 'py-1.5!',
      cell: (rule) => (
        <span className={clsx('grid', quiet(rule))}>
          <span className="font-medium">{whereOf(rule)}</span>
          <Conditions {...rule} />
        </span>
      ),
      bars: ['w-40', 'w-32'],
    },
    {
      name: 'What goes wrong',
      card: 'g',
      className: 'md:w-full md:whitespace-normal',
      cell: (rule) => <span className={quiet(rule)}>{effectOf(rule)}</span>,
      bars: ['w-36', 'w-44'],
    },
    { name: 'Uses left', card: 'u', cell: (rule) => <UsesLeft {...rule} />, bars: ['w-20'] },
    {
      name: 'State',
      card: 'e',
      cell: (rule) => (
        <span
          className={clsx('flex flex-col max-md:flex-row max-md:justify-end max-md:gap-1.5', quiet(rule))}
        >
          <span>{stateWords[rule.state]}</span>
          {rule.state !== 'USED_UP' && (
            <span className="text-12/4 text-ink-3 max-md:text-13/5">
              {rule.state === 'ACTIVE' ? 'until' : 'since'} <Moment at={rule.expiresAt} />
            </span>
          )}
        </span>
      ),
      bars: ['w-16'],
    },
    {
      name: 'Do',
      unnamed: true,
      right: true,
      card: 'd',
      cell: (rule) => (
        <Button
          variant="quiet"
          className="-mr-3 text-st-failed! max-md:h-10"
          pending={removing === rule.ruleId}
          onClick={() => remove(rule)}
          aria-label={`Remove the rule: ${whereOf(rule)}, ${effectOf(rule)}`}
        >
          Remove
        </Button>
      ),
      bars: ['w-14'],
    },
  ]
}

function Conditions({ orderId, sku, attempt }: Rule) {
  return (
    <span className="text-12/4 text-ink-3">
      {orderId && (
        <>
          order <OrderLink orderId={orderId} />
        </>
      )}
      {orderId && sku && ', '}
      {sku && <span className="font-mono">{sku}</span>}
      {!orderId && !sku && 'any order'}
      {attempt && `, try ${attempt}`}
    </span>
  )
}

function UsesLeft({ uses, usesLeft, state }: Rule) {
  const marks = Math.min(uses, MOST_MARKS)
  const lit = Math.ceil((usesLeft / uses) * marks)
  return (
    <span className={clsx('flex items-center gap-2 tabular-nums', state !== 'ACTIVE' && 'text-ink-3')}>
      <span aria-hidden className="flex gap-0.5">
        {Array.from({ length: marks }, (_, index) => (
          <i
            // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity
            key={index}
            className={clsx(
              'h-1.5 w-2 rounded-[2px]',
              index >= lit ? 'bg-line' : state === 'ACTIVE' ? 'bg-accent' : 'bg-line-strong',
            )}
          />
        ))}
      </span>
      {usesLeft} of {uses}
    </span>
  )
}
