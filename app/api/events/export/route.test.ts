import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { updateProduct } from '@/server/modules/inventory'
import { as, credentialsOf } from '@/server/testing/callers'
import { faultsIn } from '@/server/testing/http-client'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { GET } from './route'

const api = as('admin')

async function asked(query: string) {
  const headers = await credentialsOf('viewer')
  const request = new NextRequest(`http://localhost:3000/api/events/export?${query}`, { headers })
  return GET(request, { params: Promise.resolve({}) })
}

async function linesOf(query: string, end: string) {
  const text = await (await asked(query)).text()
  expect(text.endsWith(end)).toBe(true)
  return text.slice(0, -end.length).split(end)
}

/** The cells of a line of CSV (RFC 4180). */
const cellsOf = (line: string) =>
  [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell]) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )

describe('the export of the event log', () => {
  it('has one event a line, as the API gives it, in the order of committing', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku })
    await settled(orderId)
    const lines = await linesOf(`orderId=${orderId}`, '\n')
    const { body } = await api<object[]>('GET', `/api/events?orderId=${orderId}&order=asc`)
    expect(lines.map((line) => JSON.parse(line))).toEqual(body)
  })

  it('is a file with a name and a type', async () => {
    const csv = await asked('format=csv&orderId=none')
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="events-[\dTZ-]+\.csv"$/)
    const ndjson = await asked('orderId=none')
    expect(ndjson.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(await ndjson.text()).toBe('')
  })

  it('has the same columns whatever is exported, under a header row', async () => {
    const { productId } = await aProduct(1)
    const [head] = await linesOf('format=csv&orderId=none', '\r\n')
    const [sameHead, row] = await linesOf(`format=csv&aggregateId=${productId}`, '\r\n')
    expect(sameHead).toBe(head)
    expect(cellsOf(row)).toHaveLength(cellsOf(head).length)
    expect(cellsOf(head)).toEqual(
      expect.arrayContaining([
        'position',
        'eventId',
        'eventType',
        'payload.orderId',
        'payload.reason',
        'payload.sku',
      ]),
    )
  })

  it.each(['=HYPERLINK("http://evil")', '+1', '-1', '@SUM(A1)', '=1+1,"x"'])(
    'makes a cell harmless that a spreadsheet would take for a formula: %s',
    async (reason) => {
      const { sku, productId } = await aProduct(1)
      await updateProduct(sku, { stockQuantity: 2, reason })
      const [head, , row] = await linesOf(`format=csv&aggregateId=${productId}`, '\r\n')
      const cell = cellsOf(row)[cellsOf(head).indexOf('payload.reason')]
      expect(cell).toBe(`'${reason}`)
      for (const each of cellsOf(row)) expect(each).not.toMatch(/^[=+\-@\t\r]/)
      const [, event] = await linesOf(`aggregateId=${productId}`, '\n')
      expect(JSON.parse(event).payload.reason).toBe(reason)
    },
  )

  it('takes all the filters of the log', async () => {
    const { sku } = await aProduct(5)
    await settled(await order({ sku, quantity: 2 }))
    const contains = encodeURIComponent(`sku: ${sku}, quantity: 2`)
    const lines = await linesOf(`contains=${contains}&module=orders&within=1h`, '\n')
    expect(lines.map((line) => JSON.parse(line).eventType)).toEqual(['OrderPlaced', 'OrderPaid'])
  })

  it.each([
    'format=xml',
    'module=shop',
    'view=all',
    'within=9y',
    'contains=skuu:1',
    'contains=sku',
    'from=1',
  ])('is refused with 400: %s', async (query) => {
    expect(faultsIn(await api('GET', `/api/events/export?${query}`))).toEqual([`/${query.split('=')[0]}`])
  })

  it('reads no further when the client has left', async () => {
    const { body } = await asked('')
    const reader = body?.getReader()
    expect((await reader?.read())?.value?.byteLength).toBeGreaterThan(0)
    await reader?.cancel()
    expect((await reader?.read())?.done).toBe(true)
  })
})
