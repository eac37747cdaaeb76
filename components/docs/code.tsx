/** What is typed or told, as it stands; what is too wide is scrolled, by keyboard too. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    <figure
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse could not see the end of its lines
      tabIndex={0}
      aria-label={label}
      className="overflow-x-auto rounded-3 border border-line bg-sunken px-4 py-3"
    >
      <pre className="font-mono text-12 leading-5 text-ink-2">{children}</pre>
    </figure>
  )
}

const METHODS: Record<string, string> = {
  GET: 'bg-st-confirmed-soft text-st-confirmed',
  POST: 'bg-st-shipped-soft text-st-shipped',
  PATCH: 'bg-st-cancelled-soft text-st-cancelled',
  PUT: 'bg-st-cancelled-soft text-st-cancelled',
  DELETE: 'bg-st-failed-soft text-st-failed',
}

/** A method and its path. */
export function Endpoint({ method, path }: { method: string; path: string }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 font-mono text-13">
      <span className={`rounded-1 px-1.5 font-medium ${METHODS[method] ?? 'bg-sunken text-ink-2'}`}>
        {method}
      </span>
      <span className="min-w-0 break-all text-ink">{path}</span>
    </p>
  )
}
