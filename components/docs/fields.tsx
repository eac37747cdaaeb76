import { type Components, limitsOf, nameOf, type Schema, schemaOf, typeOf } from './openapi'
import { Prose } from './prose'

type FieldsProps = {
  schema: Schema
  components: Components
  /** Who sends it has to know what must be there, and who reads it what may not be. */
  sent?: boolean
  /** What stands around it: a schema within itself is not opened again. */
  within?: string[]
}

/** What stands in an object, or in each of a list, field by field; what is an object itself can be opened. */
export function Fields({ schema, components, sent = false, within = [] }: FieldsProps) {
  const object = objectIn(schema, components)
  if (!object?.properties) return <OneOf schema={schema} components={components} />
  const inside = [...within, ...names(schema)]
  return (
    <ul className="divide-y divide-line-soft">
      {Object.entries(object.properties).map(([name, field]) => (
        <li key={name} className="grid gap-1 py-2.5">
          <Term name={name} schema={field} note={noteOn(sent, object.required?.includes(name))} />
          <Nested schema={field} components={components} sent={sent} within={inside} />
        </li>
      ))}
    </ul>
  )
}

const noteOn = (sent: boolean, required = false) =>
  required === sent ? (sent ? 'required' : 'may be absent') : undefined

type TermProps = { name: string; schema: Schema; note?: string; description?: string }

/** A name with what it stands for. */
export function Term({ name, schema, note, description = schema.description }: TermProps) {
  const words = [typeOf(schema), ...limitsOf(schema)]
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 text-13">
        <code className="break-all font-medium font-mono text-ink">{name}</code>
        <span className="min-w-0 break-words text-12 text-ink-3">{words.join(', ')}</span>
        {schema['x-personal'] && <span className="text-12 text-ink-3">personal</span>}
        {note && <span className="text-12 text-st-cancelled">{note}</span>}
      </p>
      {description && <Prose text={description} className="text-13 text-ink-2" />}
    </>
  )
}

function Nested({ schema, components, sent, within = [] }: FieldsProps) {
  const object = objectIn(schema, components)
  if (!object?.properties || names(schema).some((name) => within.includes(name))) return null
  return (
    <details className="rounded-2 border border-line-soft open:bg-surface">
      <summary className="rounded-2 px-3 py-1.5 text-12 text-ink-2 hover:bg-hover">
        {names(schema)[0] ?? 'What stands in it'}
      </summary>
      <div className="border-line-soft border-t px-3">
        <Fields schema={schema} components={components} sent={sent} within={within} />
      </div>
    </details>
  )
}

/** One of many is told apart by its name: each has a place of its own among the messages. */
function OneOf({ schema, components }: FieldsProps) {
  const choices = choicesIn(schema, components)
  if (choices.length === 0) return <p className="py-2 text-13 text-ink-2">{typeOf(schema)}</p>
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 py-2 text-13">
      <span className="text-ink-2">One of</span>
      {choices.map((name) => (
        <a key={name} href={`/docs/messages#${name}`} className="text-link">
          {name}
        </a>
      ))}
    </p>
  )
}

const each = (schema: Schema): Schema => (schema.type === 'array' ? (schema.items ?? {}) : schema)

/** The object that a value is, or that each of a list is, or that it is unless it is null. */
function objectIn(schema: Schema, components: Components): Schema | undefined {
  const found = schemaOf(each(schema), components)
  const choices = (found.anyOf ?? []).filter(({ type }) => type !== 'null')
  if (choices.length === 1 && choices[0]) return objectIn(choices[0], components)
  return found.type === 'object' ? found : undefined
}

function choicesIn(schema: Schema, components: Components): string[] {
  const { anyOf, oneOf = anyOf ?? [] } = schemaOf(each(schema), components)
  return oneOf.flatMap((choice) => nameOf(choice) ?? [])
}

const names = (schema: Schema): string[] => {
  const name = nameOf(each(schema))
  return name ? [name] : []
}
