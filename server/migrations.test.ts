import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Were written for a store that nobody used yet, and are never changed. */
const released = ['0000_init.sql', '0001_append_only.sql']

/** The migrator sets the timeouts itself. The others are matters of taste, and nothing locks for them. */
const notOurs = ['require-lock-timeout', 'require-statement-timeout', 'prefer-bigint-over-int']

const ways = {
  'drizzle, in a transaction': ['--assume-in-transaction'],
  'drizzle/online, each statement by itself': ['--no-assume-in-transaction'],
}

/** What squawk, which knows what Postgres locks for how long, has to say against it. */
function complaints(sql: string, way: keyof typeof ways): string[] {
  const options = ['--pg-version=15', '--reporter=json', `--exclude=${notOurs.join(',')}`, ...ways[way]]
  const { stdout, stderr } = spawnSync('node_modules/.bin/squawk', options, { input: sql, encoding: 'utf8' })
  if (!stdout.startsWith('[')) throw new Error(`squawk did not answer: ${stderr}`)
  const found: { line: number; rule_name: string }[] = JSON.parse(stdout)
  return found.map(({ line, rule_name }) => `line ${line}: ${rule_name}`)
}

/** What is run again after an interruption has to stand it. */
const unrepeatable = (sql: string) =>
  sql
    .split('--> statement-breakpoint')
    .filter((statement) => !/if (not )?exists|on conflict do nothing|validate constraint/i.test(statement))

const filesOf = (folder: string) =>
  readdirSync(folder).filter((name) => name.endsWith('.sql') && !released.includes(name))

it.each(filesOf('drizzle'))('drizzle/%s locks nobody out', (name) => {
  expect(complaints(readFileSync(join('drizzle', name), 'utf8'), 'drizzle, in a transaction')).toEqual([])
})

it.each(filesOf('drizzle/online'))('drizzle/online/%s locks nobody out, and can be run again', (name) => {
  const sql = readFileSync(join('drizzle/online', name), 'utf8')
  expect(complaints(sql, 'drizzle/online, each statement by itself')).toEqual([])
  expect(unrepeatable(sql)).toEqual([])
})

it.each([
  ['an index', 'create index by_lane on log.events (lane)', 'require-concurrent-index-creation'],
  ['an index dropped', 'drop index log.events_by_type', 'require-concurrent-index-deletion'],
  ['a check', 'alter table log.events add constraint c check (version > 0)', 'constraint-missing-not-valid'],
  [
    'a reference',
    'alter table a add constraint c foreign key (b) references b (id)',
    'adding-foreign-key-constraint',
  ],
  ['a unique column', 'alter table log.lanes add constraint u unique (xid)', 'disallowed-unique-constraint'],
  ['not null', 'alter table log.events alter column lane set not null', 'adding-not-nullable-field'],
  ['another type', 'alter table log.events alter column version type bigint', 'changing-column-type'],
  [
    'a default that differs',
    'alter table log.events add column a uuid default gen_random_uuid()',
    'adding-field-with-default',
  ],
  ['a column that old processes know', 'alter table log.events drop column version', 'ban-drop-column'],
  ['a name that old processes know', 'alter table log.events rename column version to v', 'renaming-column'],
])('would be noticed: %s', (_, sql, rule) => {
  expect(complaints(sql, 'drizzle, in a transaction').join()).toContain(rule)
})
