import type { ReactNode } from 'react'
import { StoreFrame } from '@/components/store/store-frame'

export default function StoreLayout({ children }: { children: ReactNode }) {
  return <StoreFrame>{children}</StoreFrame>
}
