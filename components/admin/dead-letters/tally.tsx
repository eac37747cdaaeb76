import { figure } from '../figures'
import { fillOf, type Verdict } from './verdict'

const kinds = ['good', 'waiting', 'idle', 'bad'] as const

type TallyProps = { verdicts: Verdict[]; progress?: { word: string; done: number; of: number } }

/** How far it is, and what came of it, counted; the bar has the same parts. */
export function Tally({ verdicts, progress }: TallyProps) {
  if (verdicts.length === 0 && !progress) return null
  const words = new Map<string, { kind: Verdict['kind']; many: number }>()
  for (const { word, kind } of verdicts) {
    words.set(word, { kind, many: (words.get(word)?.many ?? 0) + 1 })
  }
  const parts = [...words].sort(([, a], [, b]) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  return (
    <div
      role="status"
      className="grid gap-2 border-line-soft border-b px-4 py-2.5 text-12 tabular-nums max-md:px-3.5"
    >
      <div aria-hidden className="flex h-1.5 gap-0.5 overflow-hidden rounded-full bg-sunken">
        {parts.map(([word, { kind, many }]) => (
          <i key={word} className={`block ${fillOf(kind)}`} style={{ flex: many }} />
        ))}
        {progress && <i className="block" style={{ flex: Math.max(progress.of - verdicts.length, 0) }} />}
      </div>
      <p className="flex flex-wrap gap-x-3 text-ink-2">
        {progress && (
          <span>
            {progress.word}: {figure(verdicts.length)} of {figure(progress.of)}
          </span>
        )}
        {parts.map(([word, { many, kind }]) => (
          <span key={word} className="flex items-center gap-1.5">
            <i aria-hidden className={`size-2 rounded-[2px] ${fillOf(kind)}`} />
            {figure(many)} {word}
          </span>
        ))}
        {!progress && parts.some(([word]) => word.startsWith('would')) && (
          <span className="text-ink-3">A dry run: nothing was changed</span>
        )}
      </p>
    </div>
  )
}
