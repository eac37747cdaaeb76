import type { StoreEvent } from './desk-types'

const token = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/g

/** The envelope as it stands in the log. */
export function EventJson({ event }: { event: StoreEvent }) {
  return (
    <pre className="whitespace-pre-wrap break-all bg-sunken px-4 py-3 font-mono text-12 leading-5">
      {coloured(JSON.stringify(event, null, 2))}
    </pre>
  )
}

function coloured(json: string) {
  const parts = []
  let end = 0
  for (const match of json.matchAll(token)) {
    const [text, string, colon] = match
    parts.push(json.slice(end, match.index))
    const hue = string ? (colon ? 'text-code-key' : 'text-code-str') : 'text-code-num'
    parts.push(
      <span key={match.index} className={hue}>
        {text}
      </span>,
    )
    end = match.index + text.length
  }
  return [...parts, json.slice(end)]
}
