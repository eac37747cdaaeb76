import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { DocsFrame } from '@/components/docs/docs-frame'
import { places } from './documents'

export const metadata: Metadata = { title: { default: 'API', template: '%s · Tiny Store API' } }

export default function DocsLayout({ children }: { children: ReactNode }) {
  return <DocsFrame places={places}>{children}</DocsFrame>
}
