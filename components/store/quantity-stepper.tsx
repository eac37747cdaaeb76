'use client'

import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'

type Props = {
  /** What the number counts, for who cannot see it: "Quantity of Low mug". */
  label: string
  value: number
  max: number
  onChange: (value: number) => void
  size?: keyof typeof sizes
}

/** The small one is as high as a line, and under a thumb as high as the other. */
const sizes = {
  shop: 'h-12 grid-cols-[44px_48px_44px] border-line-strong',
  small:
    'h-8 grid-cols-[32px_32px_32px] border-line text-14 pointer-coarse:h-11 pointer-coarse:grid-cols-[44px_36px_44px]',
}

/** One fewer, one more, or a number typed in; never below one nor above what there is. */
export function QuantityStepper({ label, value, max, onChange, size = 'shop' }: Props) {
  const [draft, setDraft] = useState<string>()

  function settle(next: number) {
    setDraft(undefined)
    const bounded = Math.max(1, Math.min(max, next))
    if (bounded !== value) onChange(bounded)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid of one row in every browser
    <div
      role="group"
      aria-label={label}
      className={`inline-grid w-fit items-stretch rounded-3 border bg-surface text-center ${sizes[size]}`}
    >
      <button
        type="button"
        aria-label="One fewer"
        aria-disabled={value <= 1}
        onClick={() => settle(value - 1)}
        className={stepButton}
      >
        <Minus aria-hidden className="size-4" />
      </button>
      <input
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value.replace(/\D/g, '').slice(0, 4))}
        onFocus={(event) => event.target.select()}
        onBlur={() => draft !== undefined && settle(Number(draft) || value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'ArrowUp') settle(value + 1)
          if (event.key === 'ArrowDown') settle(value - 1)
        }}
        className="w-full min-w-0 bg-transparent text-center tabular-nums focus-visible:outline-offset-0"
      />
      <button
        type="button"
        aria-label="One more"
        aria-disabled={value >= max}
        onClick={() => settle(value + 1)}
        className={stepButton}
      >
        <Plus aria-hidden className="size-4" />
      </button>
    </div>
  )
}

const stepButton =
  'grid place-items-center rounded-3 text-ink-2 hover:bg-hover aria-disabled:cursor-not-allowed aria-disabled:text-line-strong aria-disabled:hover:bg-transparent'
