import clsx from 'clsx'

/** A name as the machine knows it, such as a scope or a role. */
export function Tag({ children, lit = false }: { children: string; lit?: boolean }) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 w-fit items-center rounded-1 border px-1.5 font-mono text-12',
        lit ? 'border-accent-line bg-accent-soft text-accent-text' : 'border-line bg-surface text-ink-2',
      )}
    >
      {children}
    </span>
  )
}
