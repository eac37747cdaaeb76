import type { ReactNode } from 'react'
import { Code, Endpoint } from './code'
import { Fields, Term } from './fields'
import { type Answer, answerOf, type Components, type Placed, type Schema } from './openapi'
import { Prose } from './prose'
import { requestsOf } from './requests'
import { Section } from './section'

type OperationProps = { operation: Placed; components: Components; origin: string }

/** An operation: what it does and takes at the left, how it is asked at the right. */
export function OperationSection({ operation, components, origin }: OperationProps) {
  const {
    operationId,
    summary,
    method,
    path,
    description,
    security,
    parameters = [],
    requestBody,
  } = operation
  const body = requestBody?.content['application/json']?.schema
  return (
    <Section id={operationId} title={summary} aside={<Requests operation={operation} origin={origin} />}>
      <Endpoint method={method} path={path} />
      {description && <Prose text={description} className="text-14 text-ink-2" />}
      <p className="text-13 text-ink-2">
        <span className="font-medium text-ink">Let in: </span>
        {letIn(security)}
      </p>
      {parameters.length > 0 && (
        <Part title="Parameters">
          <ul className="divide-y divide-line-soft">
            {parameters.map(({ name, in: place, schema, required, description }) => (
              <li key={name} className="grid gap-1 py-2.5">
                <Term
                  name={name}
                  schema={schema}
                  note={required ? 'required' : undefined}
                  description={description ?? (place === 'path' ? 'In the path.' : undefined)}
                />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {body && (
        <Part title={requestBody?.required ? 'Body' : 'Body, which may be left out'}>
          <Fields schema={body} components={components} sent />
        </Part>
      )}
      <Answers operation={operation} components={components} />
    </Section>
  )
}

function Requests({ operation, origin }: Pick<OperationProps, 'operation' | 'origin'>) {
  return (
    <>
      <h3 className="text-13">Requests</h3>
      {requestsOf(operation, origin).map(({ title, command, answered }) => (
        <div key={title} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
          <p className="text-13 text-ink-2">
            {title}
            {answered && <span className="text-ink-3"> · {answered}</span>}
          </p>
          <Code label={`${operation.summary}: ${title}`}>{command}</Code>
        </div>
      ))}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-13">{title}</h3>
      {children}
    </div>
  )
}

function Answers({ operation: { responses }, components }: Pick<OperationProps, 'operation' | 'components'>) {
  const all = Object.entries(responses).map(([status, answer]) => ({
    status,
    answer: answerOf(answer, components),
  }))
  const well = all.filter(({ answer }) => !answer.content?.['application/problem+json'])
  const refused = all.filter(({ answer }) => answer.content?.['application/problem+json'])
  return (
    <>
      {well.map(({ status, answer }) => (
        <Part key={status} title={`Answer ${status}${listOf(answer)}`}>
          {contentsOf(answer).map(([type, schema]) =>
            type === 'application/json' ? (
              <Fields key={type} schema={schema} components={components} />
            ) : (
              <p key={type} className="font-mono text-13 text-ink-2">
                {type}
              </p>
            ),
          )}
          {!answer.content && <p className="text-13 text-ink-2">Nothing stands in it.</p>}
        </Part>
      ))}
      <Part title="Refusals">
        <ul className="divide-y divide-line-soft text-13">
          {refused.map(({ status, answer }) => (
            <li key={status} className="grid grid-cols-[40px_minmax(0,1fr)] gap-x-2 py-1.5">
              <span className="font-mono text-ink-2">{status}</span>
              <span className="text-ink-2">
                {answer.description}
                <span className="block break-all font-mono text-12 text-ink-3">
                  {kindsOf(answer).join(' ')}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

const contentsOf = ({ content = {} }: Answer): [string, Schema][] =>
  Object.entries(content).map(([type, { schema }]) => [type, schema])

function listOf({ content }: Answer): string {
  const schema = content?.['application/json']?.schema
  return schema?.type === 'array' ? ': a list of these' : ''
}

const kindsOf = ({ content }: Answer): string[] =>
  (content?.['application/problem+json']?.schema.properties?.type?.enum ?? []).map(String)

function letIn(security: Record<string, string[]>[]): string {
  const ways = security.map((each) => {
    const [[scheme = '', scopes = []] = []] = Object.entries(each)
    const permission = scopes.length > 0 ? ` with ${scopes.join(', ')}` : ''
    return `${words[scheme] ?? scheme}${permission}`
  })
  return ways.join(', or ')
}

const words: Record<string, string> = {
  '': 'anybody',
  key: 'a key',
  session: 'somebody signed in',
  orderToken: 'who holds a token of the order',
}
