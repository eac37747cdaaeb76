import type { MappedEvent } from '../desk-types'

/** The fields of a payload; those of a list's items and of what is nested stand below it, further in. */
export function Payload({ fields }: { fields: MappedEvent['fields'] }) {
  return (
    <ul className="px-5 pb-4 max-md:px-4">
      {fields.map(({ path, type, optional, personal }) => {
        const parts = path.split('.')
        return (
          <li
            key={path}
            className="flex flex-wrap items-baseline gap-x-2 border-line-soft border-b py-1 last:border-b-0"
          >
            <span
              className="font-mono text-12"
              title={path}
              style={{ paddingInlineStart: `${(parts.length - 1) * 16}px` }}
            >
              {parts.at(-1)}
            </span>
            <span className="text-12 text-ink-3">
              {type}
              {optional && ', optional'}
            </span>
            {personal && <span className="ml-auto text-12 text-st-cancelled">personal</span>}
          </li>
        )
      })}
    </ul>
  )
}
