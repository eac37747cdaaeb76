import type { Route } from 'next'
import Link from 'next/link'
import { Endpoint } from '@/components/docs/code'
import { operationsIn } from '@/components/docs/openapi'
import { Prose } from '@/components/docs/prose'
import { api, parts, titleOf } from './documents'

export default function DocsPage() {
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-8">
      <header className="grid gap-3">
        <h1 className="text-32 tracking-display">Tiny Store’s API</h1>
        <Prose text={api.info.description} className="text-15 text-ink-2" />
      </header>
      {parts.map(({ name, description }) => (
        <section key={name} aria-labelledby={name} className="grid gap-2 border-line border-t pt-6">
          <h2 id={name} className="text-20">
            <Link href={`/docs/${name}` as Route} className="hover:underline">
              {titleOf(name)}
            </Link>
          </h2>
          <p className="text-ink-2">{description}</p>
          <ul className="divide-y divide-line-soft">
            {operationsIn(api, name).map(({ operationId, summary, method, path }) => (
              <li key={operationId} className="grid gap-1 py-2.5">
                <Link href={`/docs/${name}#${operationId}` as Route} className="w-fit text-link">
                  {summary}
                </Link>
                <Endpoint method={method} path={path} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
