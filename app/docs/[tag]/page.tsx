import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { operationsIn } from '@/components/docs/openapi'
import { OperationSection } from '@/components/docs/operation-section'
import { api, origin, parts, titleOf } from '../documents'

type Props = { params: Promise<{ tag: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf((await params).tag) }
}

export default async function PartPage({ params }: Props) {
  const { tag } = await params
  const part = parts.find(({ name }) => name === tag)
  if (!part) notFound()
  return (
    <>
      <header className="grid gap-2 pb-8">
        <h1 className="text-32 tracking-display">{titleOf(tag)}</h1>
        <p className="text-15 text-ink-2">{part.description}</p>
      </header>
      {operationsIn(api, tag).map((operation) => (
        <OperationSection
          key={operation.operationId}
          operation={operation}
          components={api.components}
          origin={origin()}
        />
      ))}
    </>
  )
}
