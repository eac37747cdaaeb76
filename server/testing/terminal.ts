import * as util from 'node:util'

type Format = Parameters<typeof util.styleText>[0]

/** Colours are for people: a pipe or a file gets the words alone, and so does a Node before 20.12. */
const paint = (format: Format) => (text: string) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? (util.styleText?.(format, text) ?? text) : text

export const bold = paint('bold')
export const dim = paint('dim')
export const green = paint('green')
export const red = paint('red')

/** Rows of cells as lines of even columns; one letter for each column says where its cells stand, `l` or `r`. */
export function table(rows: string[][], align: string): string[] {
  const widths = [...align].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const place = (cell: string, column: number) =>
    align[column] === 'r' ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
  return rows.map((row) => row.map(place).join('   ').trimEnd())
}
