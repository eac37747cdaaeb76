import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

const tones = {
  plain: 'bg-sunken text-ink-2',
  warn: 'bg-st-cancelled-soft text-st-cancelled',
  bad: 'bg-st-failed-soft text-st-failed',
}

type Props = ComponentProps<'div'> & { icon: LucideIcon; tone?: keyof typeof tones }

/** One or two sentences that the customer should not miss. */
export function Note({ icon: Icon, tone = 'plain', className = '', children, ...rest }: Props) {
  return (
    <div {...rest} className={`flex gap-2.5 rounded-3 px-3.5 py-3 text-14 ${tones[tone]} ${className}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.6} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
