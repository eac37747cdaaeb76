import type { Metadata } from 'next'
import { NothingHere } from '@/components/store/nothing-here'
import { StoreFrame } from '@/components/store/store-frame'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <StoreFrame>
      <NothingHere />
    </StoreFrame>
  )
}
