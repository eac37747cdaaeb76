import { inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '@/server/platform/database/connect'
import { type OrderState, type OrderStatus, orderStatuses } from '../domain/order'
import { searchPatterns } from './search-words'
import { orders } from './tables'

export const orderSorts = ['newest', 'oldest', 'largest', 'smallest'] as const

export type OrderSearch = {
  /** All when there are none. */
  statuses?: OrderStatus[]
  text?: string
  from?: Date
  to?: Date
  sort?: (typeof orderSorts)[number]
  /** The id of the last order of the page before. */
  cursor?: string
  limit: number
}

/** So many orders are looked through in their order before the words are looked up in their index. */
const LOOK_THROUGH = 1_000

/**
 * One page of orders, quick for a hundred thousand of them whatever is asked. Words that many orders have are soon met
 * while going through the orders as they are sorted; words that few have are cheap by the index. Neither way is good
 * for the other's case, and the planner cannot know which one it is.
 */
export async function searchOrders(
  asked: OrderSearch,
  lookThroughFirst = LOOK_THROUGH,
): Promise<OrderState[]> {
  const patterns = searchPatterns(asked.text ?? '')
  const ids = patterns.length > 0 ? await idsWith(patterns, asked, lookThroughFirst) : await idsInOrder(asked)
  if (ids.length === 0) return []
  const rows = await db().select().from(orders).where(inArray(orders.id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function idsWith(patterns: string[], asked: OrderSearch, most: number): Promise<string[]> {
  const fits = all(patterns.map((pattern) => sql`words like ${pattern}`))
  const { looked, ids } = await lookThrough(fits, asked, most)
  return ids.length >= asked.limit || looked < most ? ids : lookUp(fits, asked)
}

const idsInOrder = (asked: OrderSearch) => idsOf(inOrder(asked, asked.limit))

/** Each status has an index in every order, so each gives its first orders, and the first of these are the answer. */
function inOrder(asked: OrderSearch, limit: number): SQL {
  const { statuses = orderStatuses } = asked
  const firstOfEach = statuses.map(
    (status) => sql`(select id, total_cents from orders.orders
      where ${all([sql`status = ${literal(status)}`, ...bounds(asked)])} order by ${order(asked)} limit ${limit})`,
  )
  return sql`select id, total_cents from (${sql.join(firstOfEach, sql` union all `)}) candidates
    order by ${order(asked)} limit ${limit}`
}

// `offset 0` keeps the planner from mixing the steps of these two.

async function lookThrough(fits: SQL, asked: OrderSearch, most: number) {
  const rows = await rowsOf<{ id: string | null; looked: number }>(sql`
    with candidates as materialized (${inOrder(asked, most)})
    select found.id, counted.looked from (select count(*)::int as looked from candidates) counted
    left join lateral (
      select id from candidates
      cross join lateral (select words from orders.search where order_id = id offset 0) search
      where ${fits} order by ${order(asked)} limit ${asked.limit}
    ) found on true`)
  return { looked: rows[0]?.looked ?? 0, ids: rows.flatMap(({ id }) => id ?? []) }
}

async function lookUp(fits: SQL, asked: OrderSearch): Promise<string[]> {
  const { statuses = orderStatuses } = asked
  return idsOf(sql`
    with found as materialized (select order_id from orders.search where ${fits})
    select id from found cross join lateral (
      select id, total_cents from orders.orders
      where ${all([sql`id = order_id`, sql`status in (${sql.join(statuses.map(literal), sql`, `)})`, ...bounds(asked)])} offset 0
    ) fitting order by ${order(asked)} limit ${asked.limit}`)
}

function bounds({ from, to, cursor, sort }: OrderSearch): SQL[] {
  return [
    ...(from ? [sql`id >= ${idAt(from, -SLACK_MS)}`, sql`placed_at >= ${from}`] : []),
    ...(to ? [sql`id < ${idAt(to, SLACK_MS)}`, sql`placed_at < ${to}`] : []),
    ...(cursor ? [beyond(cursor, sort)] : []),
  ]
}

function beyond(cursor: string, sort: OrderSearch['sort']): SQL {
  const last = sql`(select total_cents, id from orders.orders where id = ${cursor})`
  if (sort === 'largest') return sql`(total_cents, id) < ${last}`
  if (sort === 'smallest') return sql`(total_cents, id) > ${last}`
  return sort === 'oldest' ? sql`id > ${cursor}` : sql`id < ${cursor}`
}

const order = ({ sort = 'newest' }: OrderSearch): SQL =>
  ({
    newest: sql`id desc`,
    oldest: sql`id`,
    largest: sql`total_cents desc, id desc`,
    smallest: sql`total_cents, id`,
  })[sort]

/** An id is made a moment before or after the order says it was placed. */
const SLACK_MS = 1_000

/** The first id of a moment: ids begin with the time, so that an index that ends with them has the time too. */
function idAt(moment: Date, slackMs: number): string {
  const ms = Math.max(0, moment.getTime() + slackMs)
    .toString(16)
    .padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-0000-0000-000000000000`
}

/** Written into the statement, for a plan that is to serve every status would serve the rare ones badly. */
const literal = (status: OrderStatus) => sql`${status}`.inlineParams()

const all = (conditions: SQL[]) => sql.join(conditions, sql` and `)

const idsOf = async (query: SQL) => (await rowsOf<{ id: string }>(query)).map(({ id }) => id)

async function rowsOf<Row>(query: SQL): Promise<Row[]> {
  return ((await db().execute(query)) as unknown as { rows: Row[] }).rows
}
