import { Code } from './code'
import { Fields } from './fields'
import type { Components, Message, Schema } from './openapi'
import { Section } from './section'

type MessageProps = { message: Message; payload: Schema; reactors: string[]; components: Components }

/** An event: who says it, who reacts, what stands in it, and how a webhook is told. */
export function MessageSection({ message, payload, reactors, components }: MessageProps) {
  const { name, examples = [] } = message
  const told = examples.map((example) => (
    <Code key={name} label={`${name}, as a webhook is told`}>
      {JSON.stringify(example.payload, null, 2)}
    </Code>
  ))
  return (
    <Section id={name} title={name} aside={told}>
      <p className="text-13 text-ink-2">
        Said by {message['x-said-by']}, in version {message['x-version']}.{' '}
        {reactors.length > 0 ? `Heard by ${reactors.join(' and ')}.` : 'Nobody inside reacts.'}
      </p>
      <Fields schema={payload} components={components} />
    </Section>
  )
}
