'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useId } from 'react'
import { useHydrated } from './local-time'

const themes = [
  { id: 'light', word: 'Light', Icon: Sun },
  { id: 'system', word: 'As the system has it', Icon: Monitor },
  { id: 'dark', word: 'Dark', Icon: Moon },
] as const

const sizes = { desk: 'h-6.5 w-8', shop: 'h-8 w-10' }

/** Light, dark, or what the system has. Only the browser knows which, so none is chosen before it says so. */
export function ThemeSwitch({ size = 'desk' }: { size?: keyof typeof sizes }) {
  const { theme, setTheme } = useTheme()
  const hydrated = useHydrated()
  const name = useId()
  return (
    <fieldset className="inline-flex w-fit rounded-2 border border-line bg-sunken p-0.5">
      <legend className="sr-only">Colours</legend>
      {themes.map(({ id, word, Icon }) => (
        <label
          key={id}
          title={word}
          className={`grid cursor-pointer place-items-center rounded-1 text-ink-3 hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-1 has-focus-visible:outline-2 has-focus-visible:outline-accent ${sizes[size]}`}
        >
          <input
            type="radio"
            name={name}
            aria-label={word}
            checked={hydrated && theme === id}
            onChange={() => setTheme(id)}
            className="sr-only"
          />
          <Icon aria-hidden className="size-3.5" strokeWidth={1.6} />
        </label>
      ))}
    </fieldset>
  )
}
