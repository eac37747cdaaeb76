import { ShownOnce } from '@/components/ui/shown-once'
import type { Made } from './endpoint-drawer'

/** The secret that was just made, and how its receiver uses it. */
export function MadeSecret({ made: { name, secret }, close }: { made: Made; close: () => void }) {
  return (
    <ShownOnce
      title={`Give ${name} this secret`}
      said="With it the receiver can tell that a delivery is ours. This is the only time we can show it; when it is lost, rotate it."
      secret={secret}
      close={close}
    >
      <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 gap-y-1.5 [&_dt]:text-ink-3">
        <dt>Signed by</dt>
        <dd>Standard Webhooks: webhook-id, webhook-timestamp, webhook-signature</dd>
        <dt>Checked by</dt>
        <dd className="font-mono text-12 leading-5 wrap-anywhere">
          new Webhook(secret).verify(rawBody, headers)
        </dd>
      </dl>
    </ShownOnce>
  )
}
