'use client'

import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'

type Series = { key: string; word: string; colour: string; line?: boolean }
export type BarsProps = {
  /** What is not there is a gap. */
  rows: ({ name: string } & Record<string, number | string | undefined>)[]
  series: readonly Series[]
  /** How a value is written, on the axis briefly. */
  write: (value: number) => string
  writeBriefly: (value: number) => string
  /** Values below one, such as shares. */
  fractions?: boolean
  height: number
  /** A phone's chart has fewer names under its bars, so that they stay legible. */
  narrow: boolean
}

const axis = { fontSize: 11, fill: 'var(--ink-3)' }

/** Stacked bars with a gap of one pixel, or lines. The only part of the desk that needs the chart library: loaded when shown. */
export function Bars({ rows, series, write, writeBriefly, fractions = false, height, narrow }: BarsProps) {
  const everyNth = Math.ceil(rows.length / (narrow ? 4 : 7))
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={rows}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={narrow ? '25%' : '20%'}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line-soft)" />
        <XAxis
          dataKey="name"
          scale="band"
          interval={everyNth - 1}
          tick={axis}
          tickLine={false}
          tickMargin={8}
          axisLine={{ stroke: 'var(--line-strong)' }}
        />
        <YAxis
          width={44}
          tick={axis}
          tickLine={false}
          axisLine={false}
          allowDecimals={fractions}
          tickCount={4}
          tickFormatter={writeBriefly}
        />
        <Tooltip
          cursor={{ fill: 'var(--hover)' }}
          isAnimationActive={false}
          content={({ active, label, payload }) =>
            active && (
              <div className="rounded-2 border border-line bg-raised px-3 py-2 text-12 shadow-3">
                <p className="font-medium">{label}</p>
                {payload.map(({ name, value, color }) => (
                  <p key={String(name)} className="flex items-center gap-1.5 text-ink-2 tabular-nums">
                    <i aria-hidden className="size-2 rounded-[2px]" style={{ background: color }} />
                    {name} <span className="ml-auto pl-3 text-ink">{write(Number(value))}</span>
                  </p>
                ))}
              </div>
            )
          }
        />
        {series.map(({ key, word, colour, line }) =>
          line ? (
            <Line
              key={key}
              dataKey={key}
              name={word}
              stroke={colour}
              strokeWidth={1.75}
              dot={{ r: 2, strokeWidth: 0, fill: colour }}
              connectNulls
              isAnimationActive={false}
            />
          ) : (
            <Bar
              key={key}
              dataKey={key}
              name={word}
              stackId="one"
              fill={colour}
              stroke="var(--surface)"
              strokeWidth={1}
              isAnimationActive={false}
            />
          ),
        )}
      </ComposedChart>
    </ResponsiveContainer>
  )
}
