import 'server-only'
import { HydrationBoundary } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { asked } from './queries'

export { getQueryClient, trpc } from './queries'

/** Hands what the page has asked for to the components below, so that they need not ask again. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={asked()}>{children}</HydrationBoundary>
}
