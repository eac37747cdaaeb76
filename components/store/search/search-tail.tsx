import { ArrowDown, ArrowUp, Clock, CornerDownLeft } from 'lucide-react'
import type { ReactNode } from 'react'

type LatelyProps = { searches: string[]; onAsk: (words: string) => void }

export function Lately({ searches, onAsk }: LatelyProps) {
  return (
    <section aria-labelledby="lately" className="mt-2 border-line border-t pb-4">
      <h2 id="lately" className="px-4 pt-3 pb-1 font-normal text-14 text-ink-3 tracking-normal">
        Looked for lately
      </h2>
      <div className="flex flex-wrap gap-2 px-4 pt-1">
        {searches.map((words) => (
          <button
            key={words}
            type="button"
            onClick={() => onAsk(words)}
            className="inline-flex h-10 max-w-full items-center gap-1.5 rounded-full border border-line bg-surface px-3.5 text-14 text-ink-2 hover:bg-hover md:h-8 md:px-2.5"
          >
            <Clock aria-hidden className="size-3 shrink-0" strokeWidth={2} />
            <span className="truncate">{words}</span>
          </button>
        ))}
      </div>
    </section>
  )
}

/** What the keys do, where there are any. */
export function Hints() {
  return (
    <p
      aria-hidden
      className="mt-2 flex gap-4 border-line border-t px-4 py-2.5 text-12/5 text-ink-3 max-md:hidden"
    >
      <span className="flex items-center gap-1">
        <Key>
          <ArrowUp className="size-3" />
        </Key>
        <Key>
          <ArrowDown className="size-3" />
        </Key>
        move
      </span>
      <span className="flex items-center gap-1">
        <Key>
          <CornerDownLeft className="size-3" />
        </Key>
        open
      </span>
      <span className="flex items-center gap-1">
        <Key>esc</Key> close
      </span>
    </p>
  )
}

function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-1 border border-line bg-surface px-1 font-medium font-sans text-11/4">
      {children}
    </kbd>
  )
}
