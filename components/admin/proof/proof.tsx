'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCw, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react'
import { duration } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Skeleton } from '@/components/ui/skeleton'
import { figure } from '../figures'
import { Failed, reasonOf, StaleLine } from '../list-states'
import { Moment } from '../moment'
import { Panel } from '../panel'
import { type Line, Lines, LinesSkeleton } from './lines'

/** Everything that must always hold, asked when somebody wants to know. */
export function Proof() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const list = trpc.proof.list.queryOptions()
  const run = useMutation(
    trpc.proof.run.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: list.queryKey }),
    }),
  )
  const proof = useQuery({
    ...list,
    refetchInterval: ({ state }) => (run.isPending || state.data?.running ? 300 : 5_000),
  })
  if (proof.error && !proof.data) {
    return (
      <Panel>
        <Failed title="The proof did not arrive" query={proof} />
      </Panel>
    )
  }
  if (!proof.data) return <ProofSkeleton />
  const { lines, running } = proof.data
  return (
    <>
      {proof.error && <StaleLine />}
      <div className="grid gap-3">
        <Summary lines={lines}>
          <Button variant="primary" pending={run.isPending || running} onClick={() => run.mutate()}>
            <RotateCw
              aria-hidden
              className={`size-3.5 ${run.isPending || running ? 'motion-safe:animate-spin' : ''}`}
              strokeWidth={1.8}
            />
            {run.isPending || running ? 'Asking' : lines.some(({ answer }) => answer) ? 'Run again' : 'Run'}
          </Button>
          {run.error && <FieldError>{reasonOf(run.error)}</FieldError>}
        </Summary>
        <Lines lines={lines} />
      </div>
    </>
  )
}

/** The page in its final shape, before anything is known. */
export function ProofSkeleton() {
  return (
    <div className="grid gap-3">
      <Panel>
        <div className="grid min-h-31 content-start gap-3 px-6 py-5 max-md:min-h-50 max-md:px-4">
          <Skeleton className="h-6 w-52" />
          <Skeleton className="h-3 w-120 max-w-full" />
        </div>
      </Panel>
      <LinesSkeleton />
    </div>
  )
}

function Summary({ lines, children }: { lines: Line[]; children: React.ReactNode }) {
  const { Icon, colour, word } = verdict(lines)
  return (
    <Panel>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4 px-6 py-5 max-md:px-4">
        <div className="flex-[1_1_320px]">
          <p role="status" className="flex items-center gap-2.5 font-semibold text-20 tracking-title">
            <Icon aria-hidden className={`size-5 ${colour}`} strokeWidth={1.6} />
            {word}
          </p>
          <p className="mt-1 max-w-[44em] text-ink-2">
            Each line is one question to the database, answered over everything that ever happened here, not a
            sample. If one fails, this page names the first at fault.{' '}
            <code className="font-mono text-12">npm run verify</code> asks the same.
          </p>
        </div>
        <Asked lines={lines} />
        {children}
      </div>
    </Panel>
  )
}

function Asked({ lines }: { lines: Line[] }) {
  const answers = lines.flatMap(({ answer }) => answer ?? [])
  const [oldest] = answers.toSorted((a, b) => a.askedAt.getTime() - b.askedAt.getTime())
  if (!oldest) return null
  return (
    <p className="text-12 text-ink-3 tabular-nums">
      Asked <Moment at={oldest.askedAt} />
      <br />
      answered in {duration(answers.reduce((sum, { tookMs }) => sum + tookMs, 0))}
    </p>
  )
}

function verdict(lines: Line[]) {
  const broken = lines.filter(({ answer }) => answer && answer.finding.violations > 0)
  if (broken.length > 0) {
    const word = broken.length === 1 ? `${broken[0]?.id} is broken` : `${figure(broken.length)} are broken`
    return { Icon: ShieldAlert, colour: 'text-st-failed', word }
  }
  const asked = lines.filter(({ answer }) => answer).length
  if (asked < lines.length) {
    const word = asked === 0 ? 'Not asked yet' : `${figure(asked)} of thirteen hold so far`
    return { Icon: ShieldQuestion, colour: 'text-ink-3', word }
  }
  return { Icon: ShieldCheck, colour: 'text-st-shipped-solid', word: 'All thirteen hold' }
}
