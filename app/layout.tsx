import '@fontsource-variable/geist'
import '@fontsource-variable/geist-mono'
import geistLatin from '@fontsource-variable/geist/files/geist-latin-wght-normal.woff2'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { FaultLabBanner } from '@/components/ui/fault-lab-banner'
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
  // Whether the fault lab is on is known where the shop runs, not where it was built.
  await connection()
  // The letters of every page: asked for before the style sheet is read, so that no text is set twice.
  preload(geistLatin, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    // What the reader chose is set before the first paint, so the server cannot have written it.
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider disableTransitionOnChange>
          {settings().faultLab && <FaultLabBanner />}
          {children}
        </ThemeProvider>
      </body>
    </html>
  )
}
