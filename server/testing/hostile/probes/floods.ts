import type { Probe } from '../probes'
import type { Stage } from '../stage'

const claims = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-vercel-forwarded-for', 'cf-connecting-ip']

/** One address that says it is many is counted as one. */
export const floods = (stage: Stage): Probe[] =>
  claims.map((header) => ({
    says: `a flood from many addresses, as ${header} claims`,
    play: () => claimed(stage, header),
  }))

/** What is left of the limit, asked from four addresses as one says. */
async function claimed({ ask }: Stage, header: string) {
  const left: number[] = []
  for (const last of [1, 2, 3, 4]) {
    const address = `203.0.113.${last}`
    const value = header === 'forwarded' ? `for=${address}` : address
    const { headers } = await ask({ method: 'GET', path: '/api/health/alive', headers: { [header]: value } })
    left.push(Number(/;r=(\d+)/.exec(String(headers.ratelimit))?.[1]))
  }
  // One after the other is counted, though a new minute may begin in between.
  const down = left.filter((each, at) => at > 0 && each === (left[at - 1] ?? 0) - 1)
  return down.length >= 2 ? undefined : `left were ${left.join(', ')}`
}
