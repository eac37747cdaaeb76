import { trpcClient } from '@/components/trpc-client'
import type { Outputs } from '@/components/trpc-provider'

export type Product = Outputs['catalogue']['bySku']

/** A blink is no news. */
const PATIENCE_MS = 2_000
const POLL_MS = 2_000

type Told = {
  /** As it is now; null once it is no longer sold. */
  onProduct: (product: Product | null) => void
  /** Whether changes come by themselves. When they do not, somebody looks every two seconds. */
  onLost: (lost: boolean) => void
}

/** Tells of every change of a product until the answer is called. */
export function followProduct(sku: string, { onProduct, onLost }: Told): () => void {
  let patience: ReturnType<typeof setTimeout> | undefined
  let polls: ReturnType<typeof setInterval> | undefined

  const { unsubscribe } = trpcClient.catalogue.watch.subscribe(
    { sku },
    {
      onData: onProduct,
      onConnectionStateChange: ({ state }) => (state === 'pending' ? found() : lose()),
      onError: lose,
    },
  )

  function lose() {
    patience ??= setTimeout(() => {
      onLost(true)
      look()
      polls = setInterval(look, POLL_MS)
    }, PATIENCE_MS)
  }

  function found() {
    clearTimeout(patience)
    clearInterval(polls)
    patience = undefined
    onLost(false)
  }

  function look() {
    trpcClient.catalogue.bySku.query({ sku }).then(onProduct, (error) => {
      if (error.data?.code === 'NOT_FOUND') onProduct(null)
    })
  }

  return () => {
    clearTimeout(patience)
    clearInterval(polls)
    unsubscribe()
  }
}
