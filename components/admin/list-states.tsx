import { type LucideIcon, RotateCw, TriangleAlert, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TRPCError } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'

type NoteProps = { Icon: LucideIcon; title: string; className?: string; children: ReactNode }

function Note({ Icon, title, className = 'text-ink-2', children }: NoteProps) {
  return (
    <div className="grid justify-items-center gap-1 px-6 py-10 text-center">
      <span
        className={`mb-2 grid size-10 place-items-center rounded-[10px] border border-line bg-surface ${className}`}
      >
        <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      </span>
      <p className="font-medium text-14">{title}</p>
      <div className="grid w-full max-w-[32em] justify-items-center gap-3 text-ink-2 wrap-anywhere">
        {children}
      </div>
    </div>
  )
}

/** Nothing to list: says what would be here, or which way leads back to something. */
export function Empty(props: Omit<NoteProps, 'className'>) {
  return <Note {...props} />
}

type FailedProps = {
  title: string
  query: { error: TRPCError | null; isFetching: boolean; refetch: () => unknown }
}

/** What did not answer, why if that can be said, and another try. */
export function Failed({ title, query }: FailedProps) {
  return (
    <div role="alert">
      <Note Icon={TriangleAlert} title={title} className="text-st-failed">
        <p>{reasonOf(query.error)}</p>
        <Button onClick={() => query.refetch()} pending={query.isFetching}>
          <RotateCw aria-hidden className="size-3.5" strokeWidth={1.8} />
          Try again
        </Button>
      </Note>
    </div>
  )
}

/** What a refusal says in words; an accident inside is not for reading aloud. */
export function reasonOf(error: TRPCError | null): string {
  const { code, problem } = error?.data ?? {}
  if (!error || !code || code === 'INTERNAL_SERVER_ERROR') {
    return 'The server did not answer. Nothing is lost by trying again.'
  }
  if (problem?.type.endsWith('/validation'))
    return 'It was asked for something that cannot be. Check what was typed.'
  return error.message
}

/** What you see stays; one quiet line says that it may be old. */
export function StaleLine({ children = 'Live updates stopped. Trying again.' }: { children?: ReactNode }) {
  return (
    <p
      role="status"
      className="mb-3 flex items-center gap-2.5 rounded-3 bg-st-cancelled-soft px-4 py-2 text-st-cancelled"
    >
      <WifiOff aria-hidden className="size-4 flex-none" strokeWidth={1.6} />
      {children}
    </p>
  )
}
