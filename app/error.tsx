'use client'

import { StoreFrame } from '@/components/store/store-frame'
import { WentWrong } from '@/components/store/went-wrong'

export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <StoreFrame>
      <WentWrong {...props} />
    </StoreFrame>
  )
}
