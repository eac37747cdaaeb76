import { ArrowUp } from 'lucide-react'

/** On top of a list: what has come in since, one press away. Said by what stands around the button, not in it. */
export function NewRows({ said, show }: { said: string; show: () => void }) {
  return (
    <div role="status">
      <button
        type="button"
        onClick={show}
        className="flex h-8 w-full items-center justify-center gap-1.5 border-line border-b bg-accent-soft font-medium text-12 text-accent-text -outline-offset-2 hover:underline max-md:h-11"
      >
        <ArrowUp aria-hidden className="size-3" strokeWidth={2} />
        {said}
      </button>
    </div>
  )
}
