import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dependencies, devDependencies } from '@/package.json'

const document = readFileSync('docs/security.md', 'utf8')

it('docs/security.md names files that are there', () => {
  const named = [...document.matchAll(/`((?:server|app)\/[\w./{},[\]-]+\.ts)`/g)].flatMap(([, path = '']) => {
    const [, before = '', choices, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? []
    return choices ? choices.split(',').map((choice) => `${before}${choice}${after}`) : [path]
  })
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})

it('docs/security.md answers for every dependency that is shipped, in the version that is', () => {
  const [, advisories = ''] = document.split('## Known advisories')
  const answered = (name: string) => {
    const [scope] = name.split('/')
    return advisories.includes(name) || advisories.includes(`${scope}/*`)
  }
  expect(
    Object.keys(dependencies).filter((name) => !answered(name.replace('@trpc/client', '@trpc/server'))),
  ).toEqual([])
  const all: Record<string, string> = { ...dependencies, ...devDependencies }
  const rows = [...advisories.matchAll(/^\| ([\w@/.-]+)[^|]*\| ([\d.]+) \|/gm)]
  expect(rows.length).toBeGreaterThan(10)
  for (const [, name = '', version] of rows) expect({ name, version: all[name] }).toEqual({ name, version })
})

it('the decisions that docs/security.md points to are there', () => {
  const decisions = readdirSync('docs/decisions')
  const linked = [...document.matchAll(/\(decisions\/([\w-]+\.md)\)/g)].map(([, file]) => file)
  expect(linked.length).toBeGreaterThan(1)
  for (const file of linked) expect(decisions).toContain(file)
})
