import type { Route } from 'next'
import type { Place } from '@/components/docs/docs-links'
import { type AsyncApi, type OpenApi, operationsIn } from '@/components/docs/openapi'
import asyncapi from '@/docs/asyncapi.json'
import openapi from '@/docs/openapi.json'
import { settings } from '@/server/platform/settings'

export const api = openapi as unknown as OpenApi
export const events = asyncapi as unknown as AsyncApi

/** The parts of the API that have operations, each with a page. */
export const parts = api.tags.filter(({ name }) => operationsIn(api, name).length > 0)

export const places: Place[] = [
  { name: 'Overview', href: '/docs' },
  ...parts.map(({ name }) => ({ name: titleOf(name), href: `/docs/${name}` as Route })),
  { name: 'Messages', href: '/docs/messages' },
]

export function titleOf(name: string) {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Where the shop is, for those who copy a request. */
export const origin = () => settings().appUrl

/** Every event: how a webhook is told of it, and which modules hear of it. */
export function eventsIn({ components: { messages }, operations }: AsyncApi) {
  return Object.entries(messages)
    .filter(([key]) => key.startsWith('webhook.') && key !== 'webhook.test')
    .map(([, webhook]) => ({
      name: webhook.name,
      webhook,
      reactors: Object.keys(operations)
        .filter((key) => key.endsWith(`.hears.${webhook.name}`))
        .map((key) => key.split('.')[0] ?? ''),
    }))
}
