import '@fontsource-variable/geist'
import '@fontsource-variable/geist-mono'
import geistLatin from '@fontsource-variable/geist/files/geist-latin-wght-normal.woff2'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { FaultLabBanner } from '@/components/ui/fault-lab-banner'
import { Theme } from '@/components/ui/theme'
import { settings } from '@/server/platform/settings'

export const metadata: Metadata = {
  title: { default: 'Tiny Store', template: '%s · Tiny Store' },
  description: 'Small things, made to stay. Twelve pieces for the desk and the table.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafaf8' },
    { media: '(prefers-color-scheme: dark)', color: '#0c1011' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Written for one request: its nonce, and what the shop that runs was told, not the one that was built.
  const nonce = (await headers()).get('x-nonce') ?? undefined
  // The letters of every page: asked for before the style sheet is read, so that no text is set twice.
  preload(geistLatin, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    // What the reader chose is set before the first paint, so the server cannot have written it.
    <html lang="en" suppressHydrationWarning>
      <body>
        <Theme nonce={nonce}>
          {settings().faultLab && <FaultLabBanner />}
          {children}
        </Theme>
      </body>
    </html>
  )
}
