import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { permissions, permissionsOf, roles } from './permissions'

it('are told in docs/access.md as they are', () => {
  const rows = readFileSync('docs/access.md', 'utf8').match(/^\| `.*$/gm) ?? []
  const told = rows.map((row) => row.split('|').map((cell) => cell.trim()))
  expect(told.map(([, name]) => name)).toEqual(permissions.map((permission) => `\`${permission}\``))
  for (const [, name, , ...cells] of told) {
    const may = roles.map((role) => permissionsOf[role].some((permission) => name === `\`${permission}\``))
    expect(cells.slice(0, 3), name).toEqual(may.map((yes) => (yes ? 'yes' : '')))
  }
})

it('grow from role to role', () => {
  for (const [smaller, larger] of [
    ['viewer', 'operator'],
    ['operator', 'admin'],
  ] as const)
    expect(permissionsOf[larger]).toEqual(expect.arrayContaining([...permissionsOf[smaller]]))
})
