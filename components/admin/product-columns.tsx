import { money } from '@/components/format'
import type { Column } from './data-table'
import type { Product } from './desk-types'
import { figure } from './figures'
import { type OpenRow, RowOpener } from './open-row'
import { StockBadge } from './stock-badge'
import { Thumbnail } from './thumbnail'

/** What the table gives up when the drawer stands beside it. */
const roomy = (row?: OpenRow) => (row?.open ? 'max-lg:hidden xl:hidden' : 'max-lg:hidden')

/** On a phone: picture, name and what is free, then SKU and state. */
export const productColumns = (row?: OpenRow): Column<Product>[] => [
  {
    name: 'Picture',
    card: 'i',
    unnamed: true,
    className: 'md:pr-0',
    cell: ({ picture }) => <Thumbnail picture={picture} className="size-8 max-md:size-10" />,
    bars: ['w-8'],
  },
  {
    name: 'Product',
    card: 'n',
    className: 'md:w-full md:max-w-0',
    cell: ({ sku, name }) =>
      row && (
        <RowOpener row={row} id={sku} className="block truncate font-medium">
          {name}
        </RowOpener>
      ),
    bars: ['w-28', 'w-36', 'w-24'],
  },
  {
    name: 'SKU',
    card: 's',
    className: row?.open ? 'xl:hidden' : undefined,
    cell: ({ sku }) => <span className="block truncate font-mono text-12 text-ink-2">{sku}</span>,
    bars: ['w-28'],
  },
  {
    name: 'Price',
    right: true,
    className: roomy(row),
    cell: ({ price, currency }) => <span className="text-ink-2">{money(price, currency)}</span>,
    bars: ['w-12'],
  },
  { name: 'On hand', right: true, cell: ({ stockQuantity }) => figure(stockQuantity), bars: ['w-6'] },
  {
    name: 'Held',
    right: true,
    cell: ({ reservedQuantity }) => <span className="text-ink-2">{figure(reservedQuantity)}</span>,
    bars: ['w-5'],
  },
  {
    name: 'Free',
    right: true,
    card: 'f',
    cell: ({ availableStock }) => (
      <span className="font-semibold">
        {figure(availableStock)}
        <span className="font-normal text-ink-3 md:hidden"> free</span>
      </span>
    ),
    bars: ['w-6'],
  },
  {
    name: 'Held of what is on hand',
    unnamed: true,
    className: roomy(row),
    cell: (product) => <StockBar product={product} />,
    bars: ['w-30'],
  },
  {
    name: 'State',
    card: 'b',
    className: 'max-md:text-right',
    cell: (product) => <StockBadge product={product} />,
    bars: ['w-18'],
  },
]

/** Held and free, as parts of what is on hand. */
function StockBar({ product: { stockQuantity, reservedQuantity } }: { product: Product }) {
  const share = stockQuantity > 0 ? (reservedQuantity / stockQuantity) * 100 : 0
  return (
    <span
      role="img"
      aria-label={`${figure(reservedQuantity)} held of ${figure(stockQuantity)}`}
      className="flex h-1.5 w-30 overflow-hidden rounded-full bg-line"
    >
      <i className="block bg-st-cancelled-solid" style={{ width: `${share}%` }} />
      {stockQuantity > 0 && <i className="block flex-1 bg-accent" />}
    </span>
  )
}
