import Link from 'next/link'

const tabs = [
  { name: 'Dead now', href: '/admin/dead-letters', tab: undefined },
  { name: 'History', href: '/admin/dead-letters?tab=history', tab: 'history' },
] as const

/** What is dead, and what became of those that were. */
export function Tabs({ tab }: { tab?: 'history' }) {
  return (
    <nav aria-label="Dead letters" className="mb-3 flex">
      <ul className="flex gap-0.5 rounded-2 border border-line bg-sunken p-0.5">
        {tabs.map(({ name, href, tab: own }) => (
          <li key={name}>
            <Link
              href={href}
              aria-current={own === tab ? 'page' : undefined}
              className="flex h-7 items-center rounded-1 px-3 font-medium text-12 text-ink-2 hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink aria-[current]:shadow-1 max-md:h-9"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
