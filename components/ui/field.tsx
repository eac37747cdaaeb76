import { cva, type VariantProps } from 'class-variance-authority'
import { ChevronDown, CircleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

const control = cva(
  'w-full appearance-none border border-line-strong bg-surface text-ink focus-visible:border-accent focus-visible:outline-offset-[-1px] aria-invalid:border-st-failed-solid aria-invalid:shadow-[inset_0_0_0_1px_var(--st-failed-solid)]',
  {
    variants: {
      size: { desk: 'h-8 rounded-2 px-2.5 text-13', shop: 'h-12 rounded-3 px-3.5 text-16' },
    },
    defaultVariants: { size: 'desk' },
  },
)

type Size = VariantProps<typeof control>['size']
type Framed = { label: ReactNode; error?: string; hint?: ReactNode; size?: Size; frameClassName?: string }

/** Label above, the input, what is wrong with it below. */
export function TextField({
  label,
  error,
  hint,
  size,
  frameClassName,
  className,
  ...rest
}: Framed & Omit<ComponentProps<'input'>, 'size'>) {
  const ids = useFieldIds(rest.id)
  return (
    <Frame {...{ ids, label, error, hint, size, frameClassName }}>
      <input {...rest} {...described(ids, { error, hint })} className={control({ size, className })} />
    </Frame>
  )
}

/** The same for text of several lines. */
export function AreaField({
  label,
  error,
  hint,
  size,
  frameClassName,
  className,
  ...rest
}: Framed & ComponentProps<'textarea'>) {
  const ids = useFieldIds(rest.id)
  return (
    <Frame {...{ ids, label, error, hint, size, frameClassName }}>
      <textarea
        {...rest}
        {...described(ids, { error, hint })}
        className={control({ size, className: ['h-auto py-1.5', className].join(' ') })}
      />
    </Frame>
  )
}

/** The same for a native select; its options are the children. */
export function SelectField({
  label,
  error,
  hint,
  size,
  frameClassName,
  className,
  ...rest
}: Framed & Omit<ComponentProps<'select'>, 'size'>) {
  const ids = useFieldIds(rest.id)
  return (
    <Frame {...{ ids, label, error, hint, size, frameClassName }}>
      <span className="relative block">
        <select
          {...rest}
          {...described(ids, { error, hint })}
          className={control({ size, className: ['pr-10', className].join(' ') })}
        />
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-3"
        />
      </span>
    </Frame>
  )
}

/** A sentence with its icon, beside what it is about. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-14 text-st-failed">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  )
}

type Ids = { input: string; error: string; hint: string }

function useFieldIds(given?: string): Ids {
  const made = useId()
  const input = given ?? made
  return { input, error: `${input}-error`, hint: `${input}-hint` }
}

function described(ids: Ids, { error, hint }: Pick<Framed, 'error' | 'hint'>) {
  return {
    id: ids.input,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': [error && ids.error, hint && ids.hint].filter(Boolean).join(' ') || undefined,
  }
}

function Frame({
  ids,
  label,
  error,
  hint,
  size,
  frameClassName,
  children,
}: Framed & { ids: Ids; children: ReactNode }) {
  return (
    <div className={['grid content-start gap-1.5', frameClassName].join(' ')}>
      <label htmlFor={ids.input} className={size === 'shop' ? 'font-medium text-14' : 'text-12 text-ink-2'}>
        {label}
      </label>
      {children}
      {error && <FieldError id={ids.error}>{error}</FieldError>}
      {hint && (
        <p id={ids.hint} className={size === 'shop' ? 'text-14 text-ink-3' : 'text-12 text-ink-3'}>
          {hint}
        </p>
      )}
    </div>
  )
}
