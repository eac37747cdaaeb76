import { Check, Minus, X } from 'lucide-react'
import { shortId } from '@/components/format'
import { Checkbox } from '@/components/ui/checkbox'
import { CopyId } from './copy-id'
import type { Column } from './data-table'
import type { Shipment } from './desk-types'
import { figure } from './figures'
import { Moment } from './moment'
import { type OpenRow, RowOpener } from './open-row'
import { ShipmentBadge } from './shipment-badge'
import { nextStep, type Result, type ShipmentMoves } from './shipment-moves'

/** What the page around the rows knows; without it the table is a skeleton. */
type Around = { row: OpenRow; moves: ShipmentMoves }

/** On a phone: order and status, then where to and when, then what came of it. */
export function shipmentColumns(around?: Around): Column<Shipment>[] {
  const narrow = around?.row.open ? 'max-lg:hidden xl:hidden' : 'max-lg:hidden'
  return [
    {
      name: 'Choose',
      unnamed: true,
      card: 'c',
      className: 'md:w-10 md:pr-0',
      cell: (shipment) => around?.moves.may && <Choose shipment={shipment} moves={around.moves} />,
      bars: ['w-4'],
    },
    {
      name: 'Order',
      card: 'o',
      cell: ({ shipmentId, orderId }) =>
        around && (
          <RowOpener
            row={around.row}
            id={shipmentId}
            label={`${shortId(orderId)}, shipment of order ${orderId}`}
            className="font-mono text-12"
          >
            {shortId(orderId)}
          </RowOpener>
        ),
      bars: ['w-20'],
    },
    {
      name: 'Shipment',
      card: 's',
      className: 'max-md:text-right',
      cell: ({ status }) => <ShipmentBadge status={status} />,
      bars: ['w-20', 'w-24'],
    },
    {
      name: 'Tracking number',
      cell: ({ trackingNumber }) => (
        <span className="relative z-1">
          <CopyId id={trackingNumber} label="tracking number" whole />
        </span>
      ),
      bars: ['w-32'],
    },
    {
      name: 'Goes to',
      card: 'w',
      className: around?.row.open ? 'xl:hidden' : undefined,
      cell: ({ address: { city, country } }) => (
        <span className="block max-w-40 truncate text-ink-2">
          {city}, {country}
        </span>
      ),
      bars: ['w-24', 'w-20'],
    },
    {
      name: 'Pieces',
      right: true,
      className: narrow,
      cell: ({ items }) => (
        <span className="text-ink-2">{figure(items.reduce((sum, { quantity }) => sum + quantity, 0))}</span>
      ),
      bars: ['w-4'],
    },
    {
      name: 'Result',
      card: 'r',
      className: 'md:w-full md:max-w-0 md:min-w-28',
      cell: (shipment) => (
        <Outcome shipment={shipment} result={around?.moves.results.get(shipment.shipmentId)} />
      ),
      bars: [],
    },
    {
      name: 'Created',
      right: true,
      card: 't',
      cell: ({ createdAt }) => (
        <span className="text-ink-2">
          <Moment at={createdAt} />
        </span>
      ),
      bars: ['w-14'],
    },
  ]
}

function Choose({ shipment, moves }: { shipment: Shipment; moves: ShipmentMoves }) {
  const { shipmentId, orderId } = shipment
  return (
    <Checkbox
      label={`Choose the shipment of order ${shortId(orderId)}`}
      checked={moves.chosen.has(shipmentId)}
      disabled={!nextStep(shipment) && !moves.chosen.has(shipmentId)}
      onChange={(on) => moves.choose([shipment], on)}
    />
  )
}

const looks = {
  moved: { Icon: Check, colour: 'text-st-shipped' },
  already: { Icon: Minus, colour: 'text-ink-2' },
  refused: { Icon: X, colour: 'text-st-failed' },
}

/** What came of the last try; before one, why it cannot leave yet. */
export function Outcome({ shipment, result }: { shipment: Shipment; result?: Result }) {
  if (!result) {
    const waits = shipment.status === 'CREATED' && !shipment.cleared
    return waits && <span className="text-12 text-ink-3">Waits for its order</span>
  }
  const { Icon, colour } = looks[result.outcome]
  return (
    <span title={result.said} className={`flex items-center gap-1.5 font-medium text-12 ${colour}`}>
      <Icon aria-hidden className="size-3.5 flex-none" strokeWidth={2.2} />
      <span className="md:truncate">{result.said}</span>
    </span>
  )
}
