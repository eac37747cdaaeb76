import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const door = 'server/modules/\\w+$'
const bottom = ['server/events$', 'server/kernel/']

/**
 * Who may import whom. The first row that knows the file decides; `$1` is the module that the file lives in. Packages
 * and Node's own modules are `npm:…`; what a component imports from the server as a type only is `type:…`.
 */
const rules: [from: RegExp, may: string[], because: string][] = [
  [/^server\/(events|kernel\/.*)$/, ['npm:(zod|uuid|iso-3166)$', ...bottom], 'the bottom rests on nothing'],
  [
    /^server\/modules\/(\w+)\/domain\//,
    [...bottom, 'server/modules/$1/domain/'],
    'the domain decides: no I/O, no packages, no neighbours',
  ],
  [
    /^server\/modules\/(\w+)\/infrastructure\//,
    ['npm:', ...bottom, 'server/platform/', 'server/modules/$1/(domain|infrastructure)/'],
    'storage serves the domain',
  ],
  [
    /^server\/modules\/(\w+)\//,
    ['npm:', ...bottom, 'server/platform/', 'server/access/audit$', 'server/modules/$1/'],
    'modules talk only by events',
  ],
  [/^server\/modules\/index$/, [door], 'the cast is a list of doors'],
  [/^server\/platform\//, ['npm:', ...bottom, 'server/platform/'], 'plumbing knows no business'],
  [/^proxy$/, ['npm:', 'server/access/', 'server/problem$'], 'what stands before all pages knows none'],
  [/^server\/access\/permissions$/, [], 'what may be done is said, not looked up'],
  [
    /^server\/access\//,
    ['npm:', 'server/kernel/', 'server/platform/', 'server/access/', 'server/problem$'],
    'who may come in is decided whatever there is to do',
  ],
  [
    /^server\/webhooks\//,
    ['npm:', ...bottom, 'server/platform/', 'server/access/', 'server/webhooks/'],
    'who is told from outside knows the language, and no module',
  ],
  [
    /^server\/analytics\/projectors\//,
    [...bottom, 'server/analytics/projectors/'],
    'a projector can reach nothing but the events that it is given',
  ],
  [
    /^server\/analytics\//,
    ['npm:', ...bottom, 'server/platform/', 'server/access/audit$', 'server/analytics/'],
    'what is read from the log knows no module',
  ],
  [
    /^server\/what-if\/index$/,
    ['npm:zod$', ...bottom, 'server/platform/event-store$', 'server/what-if/'],
    'what would have been reads stories, and nothing else',
  ],
  [
    /^server\/what-if\//,
    [...bottom, 'server/modules/\\w+/domain/', 'server/what-if/'],
    'what would have been is reckoned by the rules alone',
  ],
  [
    /^server\/checkout$/,
    ['npm:zod$', 'server/kernel/', 'server/platform/idempotency$', door],
    'the one place that asks two modules, and only asks',
  ],
  [
    /^server\/(http|operation|body|problem)$/,
    ['npm:', 'server/kernel/', 'server/platform/', 'server/access/', 'server/(operation|body|problem)$'],
    'HTTP is spoken the same whatever is asked',
  ],
  [
    /^server\/(boot|start|inngest-handler|replay)$|^drizzle\/run-seed$/,
    [
      'npm:',
      'drizzle/seed$',
      'package.json$',
      'server/(analytics|boot|inngest-handler|modules)$',
      'server/platform/',
      'server/access/',
      'server/webhooks(/fan-out)?$',
    ],
    'the frame knows that there are modules, not what they do',
  ],
  [
    /^server\/health$/,
    ['npm:zod$', 'package.json$', 'server/platform/', door],
    'orders that stand still are a fault',
  ],
  [
    /^server\/(proof|dead-letters|fault-lab|verify|contract-map)$/,
    ['npm:', ...bottom, 'server/platform/', 'server/access/audit$', 'server/modules$', 'server/proof$'],
    'what is asked of every module is asked through the cast',
  ],
  [
    /^server\/(backup|restore)$/,
    ['npm:', 'package.json$', 'server/platform/'],
    'what is copied is the database, whatever stands in it',
  ],
  [/^drizzle\/seed$/, [door], 'the seed is a customer of the inventory'],
  [/^instrumentation$/, ['server/start$'], 'there is one way to start'],
  [
    /^components\//,
    ['npm:(?!node:)', 'components/', 'type:server/'],
    'the browser knows the server only as types',
  ],
  [/^e2e\//, ['npm:', 'e2e/', 'client/'], 'the end-to-end tests are a customer'],
  [/^client\//, ['npm:', 'client/'], 'the client knows the document alone'],
  [
    /^(app|server)\//,
    [
      'npm:',
      ...bottom,
      'app/',
      'components/',
      'client/',
      'docs/',
      'package.json$',
      'server/platform/',
      'server/access/',
      'server/webhooks/',
      'server/trpc/',
      'server/[\\w-]+$',
      door,
    ],
    'a module is entered by its index',
  ],
]

const withoutEnding = (path: string) => path.replace(/\.tsx?$/, '')

const ruleFor = (file: string) => rules.find(([from]) => from.test(withoutEnding(file)))

function violation(file: string, imported: string): string | undefined {
  const rule = ruleFor(file)
  if (!rule) return `${file} has no rule that says what it may import`
  const [from, may, because] = rule
  const home = from.exec(withoutEnding(file))?.[1] ?? ''
  const allowed = may.some((path) => new RegExp(`^${path.replace('$1', home)}`).test(imported))
  return allowed ? undefined : `${file} imports ${imported}: ${because}`
}

const statement = /^(?:import|export)(\s+type)?\s[\w$*{},\s]*?\bfrom\s+['"]([^'"]+)['"]/gm
const bare = /()(?:^import\s+|\b(?:import|require)\(\s*)['"]([^'"]+)['"]/gm

function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(statement), ...source.matchAll(bare)].map(([, type, what = '']) => {
    const path = what.startsWith('@/')
      ? what.slice(2)
      : what.startsWith('.')
        ? join(dirname(file), what)
        : null
    if (path === null) return `npm:${what}`
    const onlyType = type && file.startsWith('components/') && path.startsWith('server/')
    return onlyType ? `type:${path}` : path
  })
}

/** Tests, and what is there for them, may import anything. */
const isForTests = (file: string) => /\.test\.tsx?$|^server\/testing\//.test(file)

const files = [
  ...['app', 'client', 'components', 'drizzle', 'e2e', 'server']
    .filter((top) => existsSync(top))
    .flatMap((top) => readdirSync(top, { recursive: true }).map((file) => `${top}/${file}`)),
  'instrumentation.ts',
  'proxy.ts',
].filter((file) => /(?<!\.d)\.tsx?$/.test(file) && !file.includes('node_modules') && !isForTests(file))

describe('the architecture', () => {
  it('keeps every import pointing the right way', () => {
    expect(files.length).toBeGreaterThan(150)
    const found = files.flatMap((file) =>
      importsOf(file, readFileSync(file, 'utf8')).flatMap((imported) => violation(file, imported) ?? []),
    )
    expect(found).toEqual([])
  })

  it('says what happens in one way, which no line of the log falls out of', () => {
    // Whoever runs a command, or starts the server, reads words at a terminal.
    const forPeople =
      /^(server\/(verify|replay|backup|restore|start|platform\/log)\.ts|drizzle\/run-seed\.ts)$/
    const bypassing = files
      .filter((file) => /^(server|app|drizzle|proxy|instrumentation)/.test(file) && !forPeople.test(file))
      .filter((file) => /\bconsole\b|process\.std(out|err)/.test(readFileSync(file, 'utf8')))
    expect(bypassing).toEqual([])
  })

  it('reads every way in which an import can be written', () => {
    const source = `
import 'a'
import b from 'b'
import * as c from "./c"
import {
  type D,
  d,
} from '@/server/d'
import type { E } from '@/server/e'
export * from '../f'
export { g } from 'g'
export type { H } from '@/server/h'
export const lazy = () => import('@/server/i')
const old = require('j')
const text = "a word from 'nobody'"
`
    expect(importsOf('components/store/x.tsx', source).sort()).toEqual([
      'components/f',
      'components/store/c',
      'npm:a',
      'npm:b',
      'npm:g',
      'npm:j',
      'server/d',
      'server/i',
      'type:server/e',
      'type:server/h',
    ])
  })

  const forbidden: [file: string, imported: string, because: string][] = [
    ['server/events.ts', 'server/modules/orders', 'rests on nothing'],
    ['server/kernel/money.ts', 'npm:drizzle-orm', 'rests on nothing'],
    ['server/kernel/id.ts', 'npm:node:crypto', 'rests on nothing'],
    ['server/kernel/text.ts', 'server/platform/settings', 'rests on nothing'],
    ['server/modules/orders/domain/order.ts', 'npm:drizzle-orm', 'no packages'],
    ['server/modules/orders/domain/order.ts', 'npm:zod', 'no packages'],
    ['server/modules/orders/domain/order.ts', 'server/platform/unit-of-work', 'no I/O'],
    ['server/modules/shipments/domain/shipment.ts', 'server/modules/orders', 'no neighbours'],
    ['server/modules/shipments/domain/shipment.ts', 'server/modules/orders/domain/order', 'no neighbours'],
    [
      'server/modules/orders/domain/order.ts',
      'server/modules/orders/infrastructure/tables',
      'the domain decides',
    ],
    [
      'server/modules/orders/infrastructure/tables.ts',
      'server/modules/orders/application/queries',
      'storage serves',
    ],
    [
      'server/modules/orders/infrastructure/tables.ts',
      'server/modules/inventory/infrastructure/tables',
      'storage serves',
    ],
    ['server/modules/payments/application/reactions.ts', 'server/modules/orders', 'only by events'],
    ['server/modules/payments/index.ts', 'server/modules/orders/domain/order', 'only by events'],
    ['server/modules/payments/index.ts', 'server/checkout', 'only by events'],
    ['server/modules/orders/application/commands.ts', 'server/access/caller', 'only by events'],
    ['server/modules/index.ts', 'server/modules/orders/domain/order', 'list of doors'],
    ['server/platform/reactions.ts', 'server/modules', 'knows no business'],
    [
      'server/platform/database/migrate.ts',
      'server/modules/orders/infrastructure/tables',
      'knows no business',
    ],
    ['server/access/permissions.ts', 'server/access/tables', 'not looked up'],
    ['server/access/caller.ts', 'server/modules/orders', 'whatever there is to do'],
    ['server/access/visitor.ts', 'server/trpc/queries', 'whatever there is to do'],
    ['server/webhooks/deliver.ts', 'server/modules/orders', 'and no module'],
    [
      'server/analytics/projectors/units-per-sku.ts',
      'server/platform/database/connect',
      'nothing but the events',
    ],
    [
      'server/analytics/projectors/units-per-sku.ts',
      'server/analytics/generations',
      'nothing but the events',
    ],
    ['server/analytics/projectors/units-per-sku.ts', 'server/modules/inventory', 'nothing but the events'],
    ['server/analytics/projectors/units-per-sku.ts', 'npm:node:fs', 'nothing but the events'],
    ['server/analytics/projectors/units-per-sku.ts', 'npm:zod', 'nothing but the events'],
    ['server/analytics/generations.ts', 'server/modules/orders', 'knows no module'],
    [
      'server/what-if/reactions.ts',
      'server/modules/payments/infrastructure/simulated-provider',
      'by the rules alone',
    ],
    ['server/what-if/reactions.ts', 'server/modules/payments', 'by the rules alone'],
    ['server/what-if/story.ts', 'server/platform/unit-of-work', 'by the rules alone'],
    ['server/what-if/story.ts', 'npm:node:fs', 'by the rules alone'],
    ['server/what-if/index.ts', 'server/platform/database/connect', 'reads stories'],
    ['server/what-if/index.ts', 'server/platform/unit-of-work', 'reads stories'],
    ['server/what-if/index.ts', 'server/modules/orders', 'reads stories'],
    ['server/checkout.ts', 'server/modules/orders/infrastructure/order-repository', 'only asks'],
    ['server/checkout.ts', 'server/platform/unit-of-work', 'only asks'],
    ['server/http.ts', 'server/modules/orders', 'whatever is asked'],
    ['server/problem.ts', 'server/checkout', 'whatever is asked'],
    ['proxy.ts', 'server/checkout', 'knows none'],
    ['server/boot.ts', 'server/modules/orders', 'not what they do'],
    ['server/start.ts', 'server/trpc/router', 'not what they do'],
    ['server/health.ts', 'server/modules/orders/application/proofs', 'stand still'],
    ['server/inngest-handler.ts', 'server/modules/orders/application/reactions', 'not what they do'],
    ['drizzle/run-seed.ts', 'server/modules/inventory', 'not what they do'],
    ['server/proof.ts', 'server/modules/orders', 'through the cast'],
    ['server/verify.ts', 'server/modules/orders/application/proofs', 'through the cast'],
    ['server/backup.ts', 'server/modules', 'whatever stands in it'],
    ['drizzle/seed.ts', 'server/modules/inventory/infrastructure/tables', 'customer of the inventory'],
    ['instrumentation.ts', 'server/boot', 'one way to start'],
    ['components/admin/order-panel.tsx', 'server/trpc/router', 'only as types'],
    ['components/store/cart/cart.ts', 'server/checkout', 'only as types'],
    ['components/store/cart/cart.ts', 'npm:node:fs', 'only as types'],
    ['components/store/cart/cart.ts', 'app/layout', 'only as types'],
    ['e2e/buy.spec.ts', 'server/testing/stories', 'are a customer'],
    ['e2e/buy.spec.ts', 'components/format', 'are a customer'],
    ['client/client.ts', 'server/problem', 'the document alone'],
    ['app/page.tsx', 'server/modules/orders/domain/order', 'by its index'],
    ['app/api/orders/route.ts', 'server/modules/orders/application/commands', 'by its index'],
    ['app/api/orders/route.ts', 'server/testing/stories', 'by its index'],
    ['server/trpc/router.ts', 'server/modules/orders/application/queries', 'by its index'],
    ['server/trpc/router.ts', 'server/testing/stories', 'by its index'],
    ['scripts/new.ts', 'npm:zod', 'has no rule'],
  ]

  it.each(forbidden)('would notice %s importing %s', (file, imported, because) => {
    expect(violation(file, imported)).toContain(because)
  })

  it('has no rule that cannot go red', () => {
    expect(new Set(forbidden.map(([file]) => ruleFor(file)))).toEqual(new Set([...rules, undefined]))
  })

  it.each([
    ['server/events.ts', 'npm:zod'],
    ['server/kernel/country.ts', 'npm:iso-3166'],
    ['server/modules/orders/domain/order.ts', 'server/events'],
    ['server/modules/orders/infrastructure/order-repository.ts', 'server/modules/orders/domain/order'],
    ['server/modules/payments/application/reactions.ts', 'server/modules/payments/infrastructure/provider'],
    ['server/modules/orders/application/commands.ts', 'server/access/audit'],
    ['server/modules/index.ts', 'server/modules/orders'],
    ['server/platform/unit-of-work.ts', 'server/kernel/aggregate'],
    ['server/analytics/projectors/placed-to-shipped.ts', 'server/analytics/projectors/histogram'],
    ['server/analytics/rebuild.ts', 'server/access/audit'],
    ['server/what-if/reactions.ts', 'server/modules/payments/domain/rules'],
    ['server/what-if/index.ts', 'server/platform/event-store'],
    ['server/checkout.ts', 'server/modules/orders'],
    ['server/problem.ts', 'server/platform/transient'],
    ['server/body.ts', 'server/problem'],
    ['proxy.ts', 'server/access/floods'],
    ['server/boot.ts', 'drizzle/seed'],
    ['server/access/keys.ts', 'server/platform/database/connect'],
    ['server/http.ts', 'server/access/caller'],
    ['server/webhooks/endpoints.ts', 'server/access/audit'],
    ['server/proof.ts', 'server/modules'],
    ['server/verify.ts', 'server/proof'],
    ['server/dead-letters.ts', 'server/platform/dry-run'],
    ['drizzle/seed.ts', 'server/modules/inventory'],
    ['instrumentation.ts', 'server/start'],
    ['components/trpc-provider.tsx', 'type:server/trpc/router'],
    ['e2e/buy.spec.ts', 'e2e/fixtures'],
    ['client/client.ts', 'npm:openapi-fetch'],
    ['server/operation.ts', 'server/body'],
    ['app/api/openapi.json/route.ts', 'docs/openapi.json'],
    ['app/api/orders/route.ts', 'server/modules/orders'],
    ['server/trpc/router.ts', 'server/checkout'],
  ])('lets %s import %s', (file, imported) => {
    expect(violation(file, imported)).toBeUndefined()
  })
})
