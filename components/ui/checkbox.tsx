import { Check, Minus } from 'lucide-react'

type CheckboxProps = {
  /** Said, not shown. */
  label: string
  checked: boolean
  /** Some of what it stands for, not all. */
  some?: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** A native checkbox without words of its own, for rows: 16 to look at, 40 to hit. */
export function Checkbox({ label, checked, some = false, disabled, onChange }: CheckboxProps) {
  const mixed = some && !checked
  const Mark = mixed ? Minus : Check
  return (
    <label className="relative z-1 -m-3 grid size-10 cursor-pointer place-items-center has-disabled:cursor-not-allowed">
      <input
        type="checkbox"
        aria-label={label}
        ref={(input) => {
          // No attribute says it.
          if (input) input.indeterminate = mixed
        }}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="peer col-start-1 row-start-1 size-4 cursor-pointer appearance-none rounded-[4px] border-[1.5px] border-line-strong bg-surface checked:border-accent checked:bg-accent disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken indeterminate:border-accent indeterminate:bg-accent"
      />
      <Mark
        aria-hidden
        className="pointer-events-none col-start-1 row-start-1 hidden size-3 text-accent-ink peer-checked:block peer-indeterminate:block"
        strokeWidth={3.2}
      />
    </label>
  )
}
