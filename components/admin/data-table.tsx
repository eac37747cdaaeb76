import clsx from 'clsx'
import { Fragment, type ReactNode } from 'react'
import { Skeleton } from '@/components/ui/skeleton'

export type Column<Row> = {
  name: string
  cell: (row: Row) => ReactNode
  right?: boolean
  /** Its name is only read aloud. */
  unnamed?: boolean
  /** The grid area in a phone's card; a column without one is left out there. */
  card?: string
  /** Widths of the skeleton's bars, in turn; none where a cell is mostly empty. */
  bars?: string[]
  className?: string
}

type DataTableProps<Row> = {
  label: string
  columns: Column<Row>[]
  /** Absent while they are on their way: then the table is its own skeleton. */
  rows?: Row[]
  rowKey: (row: Row) => string
  /** On a phone a row becomes a card: its grid areas and their column widths. */
  card: { areas: string; columns: string }
  /** Whether the page shows more of this row. */
  chosen?: (row: Row) => boolean
  /** What stands under a row that is open. */
  detail?: (row: Row) => ReactNode
  dense?: boolean
  skeletonRows?: number
}

/** Every table of the desk: head 12 faint, cells 13; loading, it already has its final shape. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  chosen,
  detail,
  ...look
}: DataTableProps<Row>) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse max-md:block" aria-label={label} aria-busy={!rows}>
        <thead className="max-md:sr-only">
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={headCell(column)}>
                <span className={clsx(column.unnamed && 'sr-only')}>{column.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows?.map((row) => (
            <Fragment key={rowKey(row)}>
              <TableRow
                {...look}
                columns={columns}
                chosen={chosen?.(row)}
                content={(column) => column.cell(row)}
              />
              {detail && <DetailRow span={columns.length}>{detail(row)}</DetailRow>}
            </Fragment>
          ))}
          {!rows && <SkeletonRows {...look} columns={columns} />}
        </tbody>
      </table>
    </div>
  )
}

/** The link of a row: the whole row is its target. */
export const rowLink =
  'after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent'

type Look = Pick<DataTableProps<never>, 'card' | 'dense' | 'skeletonRows'>

type TableRowProps<Row> = Look & {
  columns: Column<Row>[]
  chosen?: boolean
  content: (column: Column<Row>) => ReactNode
}

function TableRow<Row>({ columns, chosen, content, card, dense }: TableRowProps<Row>) {
  return (
    <tr
      className={clsx(
        'relative border-line-soft border-b last:border-b-0 max-md:grid max-md:gap-x-3 max-md:gap-y-0.5 max-md:px-3.5 max-md:py-2.5',
        chosen ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover',
      )}
      style={{ gridTemplateAreas: card.areas, gridTemplateColumns: card.columns }}
    >
      {columns.map((column) => (
        <td
          key={column.name}
          className={clsx(bodyCell(column), dense ? 'md:h-8' : 'md:h-10')}
          style={{ gridArea: column.card }}
        >
          {content(column)}
        </td>
      ))}
    </tr>
  )
}

function DetailRow({ span, children }: { span: number; children: ReactNode }) {
  if (!children) return null
  return (
    <tr className="border-line-soft border-b bg-sunken last:border-b-0 max-md:block">
      <td colSpan={span} className="p-0 max-md:block">
        {children}
      </td>
    </tr>
  )
}

function SkeletonRows<Row>({ columns, skeletonRows = 8, ...look }: Look & { columns: Column<Row>[] }) {
  return Array.from({ length: skeletonRows }, (_, index) => (
    <TableRow
      // biome-ignore lint/suspicious/noArrayIndexKey: rows that stand for nothing have no identity
      key={index}
      {...look}
      columns={columns}
      content={({ bars = ['w-16'], right }) =>
        bars.length > 0 && (
          <Skeleton className={clsx('my-1 h-3 max-w-full', bars[index % bars.length], right && 'ml-auto')} />
        )
      }
    />
  ))
}

const edges = 'px-3 first:pl-4 last:pr-4'

const headCell = <Row,>({ right, card, className }: Column<Row>) =>
  clsx(
    edges,
    'h-8 whitespace-nowrap border-line border-b font-medium text-12 text-ink-3',
    right ? 'text-right' : 'text-left',
    !card && 'max-md:hidden',
    className,
  )

const bodyCell = <Row,>({ right, card, className }: Column<Row>) =>
  clsx(
    edges,
    'whitespace-nowrap max-md:min-w-0 max-md:p-0 max-md:first:pl-0 max-md:last:pr-0',
    right && 'text-right tabular-nums',
    card ? 'max-md:block' : 'max-md:hidden',
    className,
  )
