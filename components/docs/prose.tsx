import { Fragment } from 'react'

/** Paragraphs of a document, however their lines are broken, with `names` in them and addresses that can be followed. */
export function Prose({ text, className = '' }: { text: string; className?: string }) {
  return text.split(/\n\n+/).map((paragraph) => (
    <p key={paragraph} className={className}>
      {paragraph
        .replaceAll('\n', ' ')
        .split(/(`[^`]+`|\*[^*]+\*|https:\/\/[\w./-]+\w)/)
        .map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never move
          <Fragment key={index}>{pieceOf(part)}</Fragment>
        ))}
    </p>
  ))
}

function pieceOf(part: string) {
  if (part.startsWith('`'))
    return <code className="font-mono text-[0.93em] text-ink">{part.slice(1, -1)}</code>
  if (part.startsWith('*')) return <em>{part.slice(1, -1)}</em>
  if (!part.startsWith('https://')) return part
  return (
    <a href={part} className="text-link">
      {part.slice('https://'.length)}
    </a>
  )
}
