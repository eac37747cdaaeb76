'use client'

import { ThemeProvider } from 'next-themes'
import { type ReactNode, useState } from 'react'

/** Light or dark. A document has the nonce that it came with, also when its data is asked for anew. */
export function Theme({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const [ofThisDocument] = useState(nonce)
  return (
    <ThemeProvider disableTransitionOnChange nonce={ofThisDocument}>
      {children}
    </ThemeProvider>
  )
}
