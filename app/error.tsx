'use client'

import { WentWrong } from '@/components/store/went-wrong'

/** For what breaks outside the shop's frame. Without that frame, as every page carries this one's script. */
export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <main className="text-16">
      <WentWrong {...props} />
    </main>
  )
}
