import type { ReactNode } from 'react'

type SectionProps = { id: string; title: string; aside: ReactNode; children: ReactNode }

/** A thing of the API, which has an address of its own: what it is at the left, how it looks when it is used at the right. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-name`}
      className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-5 border-line border-t py-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
        <h2 id={`${id}-name`} className="text-20">
          <a href={`#${id}`} className="hover:underline">
            {title}
          </a>
        </h2>
        {children}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3 xl:sticky xl:top-20 xl:self-start">
        {aside}
      </div>
    </section>
  )
}
