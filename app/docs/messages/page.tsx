import type { Metadata } from 'next'
import { Fields } from '@/components/docs/fields'
import { MessageSection } from '@/components/docs/message-section'
import type { Schema } from '@/components/docs/openapi'
import { Prose } from '@/components/docs/prose'
import { events, eventsIn } from '../documents'

export const metadata: Metadata = { title: 'Messages' }

export default function MessagesPage() {
  const { info, components } = events
  const all = eventsIn(events)
  const data = all[0]?.webhook.payload.properties?.data
  const { payload, ...place } = data?.properties ?? {}
  const around: Schema = { ...data, properties: place }
  return (
    <>
      <header className="grid max-w-200 gap-3 pb-8">
        <h1 className="text-32 tracking-display">Messages</h1>
        <Prose text={info.description} className="text-15 text-ink-2" />
        <h2 className="pt-4 text-20">The headers of a webhook</h2>
        <Fields schema={components.messageTraits.StandardWebhooks.headers} components={components} />
        <h2 className="pt-4 text-20">What stands beside every payload</h2>
        <Fields schema={around} components={components} />
      </header>
      {all.map(({ name, webhook, reactors }) => (
        <MessageSection
          key={name}
          message={webhook}
          payload={webhook.payload.properties?.data?.properties?.payload ?? {}}
          reactors={reactors}
          components={components}
        />
      ))}
    </>
  )
}
