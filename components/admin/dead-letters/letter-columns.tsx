import { ChevronRight } from 'lucide-react'
import { money, shortId } from '@/components/format'
import { Checkbox } from '@/components/ui/checkbox'
import { StatusBadge } from '@/components/ui/status-badge'
import type { Column } from '../data-table'
import { Moment } from '../moment'
import { OrderLink } from '../order-link'
import type { Letter } from './questions'
import { type Verdict, VerdictWord } from './verdict'

/** A letter with what the table knows of it. */
export type Row = {
  letter: Letter
  chosen: boolean
  choose?: () => void
  verdict?: Verdict
  open: boolean
  toggle: () => void
}

/** On a phone: chosen, order and total, then state and when it died, then what came of it. */
export const letterColumns: Column<Row>[] = [
  {
    name: 'Choose',
    unnamed: true,
    card: 'c',
    cell: ({ letter, chosen, choose }) => (
      <Checkbox
        label={`Choose ${shortId(letter.lane)}`}
        checked={chosen}
        disabled={!choose}
        onChange={() => choose?.()}
      />
    ),
    bars: ['w-4'],
  },
  {
    name: 'Order',
    card: 'o',
    cell: ({ letter: { lane, order } }) =>
      order ? (
        <OrderLink orderId={lane} />
      ) : (
        <span className="font-mono text-12 text-ink-2" title={lane}>
          {shortId(lane)}
        </span>
      ),
    bars: ['w-20'],
  },
  {
    name: 'Now',
    card: 's',
    cell: ({ letter: { order } }) =>
      order ? <StatusBadge status={order.status} /> : <span className="text-ink-3">–</span>,
    bars: ['w-22', 'w-18'],
  },
  {
    name: 'What comes of it',
    card: 'v',
    cell: ({ verdict }) => verdict && <VerdictWord {...verdict} />,
    bars: [],
  },
  {
    name: 'Why',
    card: 'y',
    className: 'md:w-full md:min-w-32 md:max-w-0',
    cell: ({ verdict, letter }) => (
      <span title={verdict?.why} className="block text-ink-3 max-md:whitespace-normal md:truncate">
        {verdict
          ? verdict.why
          : letter.redrives > 0 &&
            `redriven ${letter.redrives === 1 ? 'once' : `${letter.redrives} times`} already`}
      </span>
    ),
    bars: ['w-40', 'w-28'],
  },
  {
    name: 'Died',
    right: true,
    card: 't',
    cell: ({ letter }) => (
      <span className="text-ink-2">
        <Moment at={letter.diedAt} />
      </span>
    ),
    bars: ['w-14'],
  },
  {
    name: 'Total',
    right: true,
    card: 'p',
    cell: ({ letter: { order } }) => order && money(order.totalAmount, order.currency),
    bars: ['w-13'],
  },
  {
    name: 'Open',
    unnamed: true,
    card: 'x',
    cell: ({ letter, open, toggle }) => (
      <button
        type="button"
        aria-expanded={open}
        aria-label={`Letter of ${shortId(letter.lane)}`}
        onClick={toggle}
        className="-mr-1.5 grid size-7 place-items-center rounded-2 text-ink-3 hover:bg-sunken hover:text-ink max-md:size-9"
      >
        <ChevronRight
          aria-hidden
          className={`size-3.5 transition-transform duration-(--quick) ${open ? 'rotate-90' : ''}`}
          strokeWidth={1.8}
        />
      </button>
    ),
    bars: ['w-4'],
  },
]

export const letterCard = {
  areas: '"c o p x" "c s t x" "c v v v" "c y y y"',
  columns: '20px minmax(0,1fr) auto 36px',
}
