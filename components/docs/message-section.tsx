import { Code } from './code'
import { Fields } from './fields'
import type { Components, Message, Schema } from './openapi'

type MessageProps = { message: Message; payload: Schema; reactors: string[]; components: Components }

/** An event: who says it, who reacts, what stands in it, and how a webhook is told. */
export function MessageSection({ message, payload, reactors, components }: MessageProps) {
  const { name, examples = [] } = message
  return (
    <section
      id={name}
      aria-labelledby={`${name}-name`}
      className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-5 border-line border-t py-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid content-start gap-3">
        <h2 id={`${name}-name`} className="text-20">
          <a href={`#${name}`} className="hover:underline">
            {name}
          </a>
        </h2>
        <p className="text-13 text-ink-2">
          Said by {message['x-said-by']}, in version {message['x-version']}.{' '}
          {reactors.length > 0 ? `Heard by ${reactors.join(' and ')}.` : 'Nobody inside reacts.'}
        </p>
        <Fields schema={payload} components={components} />
      </div>
      <div className="grid content-start gap-3 xl:sticky xl:top-20 xl:self-start">
        {examples.map(({ payload: told }) => (
          <Code key={name} label={`${name}, as a webhook is told`}>
            {JSON.stringify(told, null, 2)}
          </Code>
        ))}
      </div>
    </section>
  )
}
