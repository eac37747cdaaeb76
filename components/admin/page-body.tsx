import type { ReactNode } from 'react'

/** What a desk page is about, under its title bar. */
export function PageBody({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="px-6 pt-5 pb-8 outline-none max-md:p-3">
      {children}
    </main>
  )
}
