import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

/** Also for links: `<Link className={button({ variant: 'primary' })}>`. */
export const button = cva(
  'inline-flex select-none items-center justify-center whitespace-nowrap border font-medium transition-colors duration-(--quick) disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-3 disabled:shadow-none',
  {
    variants: {
      variant: {
        primary:
          'border-accent bg-accent text-accent-ink shadow-1 hover:border-accent-hover hover:bg-accent-hover',
        default: 'border-line bg-surface text-ink shadow-1 hover:bg-hover',
        quiet: 'border-transparent text-ink-2 hover:bg-hover hover:text-ink disabled:bg-transparent',
        danger: 'border-line bg-surface text-st-failed shadow-1 hover:bg-st-failed-soft',
      },
      size: {
        desk: 'h-8 gap-1.5 rounded-2 px-3 text-13',
        mid: 'h-10 gap-2 rounded-3 px-4 text-14',
        shop: 'h-12 gap-2 rounded-3 px-6 text-16',
      },
    },
    defaultVariants: { variant: 'default', size: 'desk' },
  },
)

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof button> & { pending?: boolean }

/** A pending button keeps its focus and its place, and cannot be pressed a second time. */
export function Button({ variant, size, pending = false, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={button({ variant, size, className })}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}
