'use client'

import './globals.css'
import { WentWrong } from '@/components/store/went-wrong'

/** For what breaks outside the frames of shop and desk. Every page carries its script, so it is small. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="text-16">
          <WentWrong {...props} />
        </main>
      </body>
    </html>
  )
}
