/*
 * `npm run test:inngest`: tells the stories on a live Inngest server, the one at INNGEST_DEV. See docs/inngest.md.
 */
import { spawnSync } from 'node:child_process'

const { INNGEST_DEV, APP_HOST = '127.0.0.1', APP_PORT = '3399' } = process.env

const help = `
  The stories can be told on a live Inngest server. Start one, and say where it is:

    npx inngest-cli@latest dev --no-discovery
    INNGEST_DEV=http://127.0.0.1:8288 npm run test:inngest

  The test serves its functions at http://${APP_HOST}:${APP_PORT}/api/inngest and has them registered; the server must reach
  it there. When it runs in a container, or elsewhere: set APP_HOST, and APP_PORT if that is taken.
  Without a server, \`npx vitest run --project inngest\` tells the same stories on a double.
`

async function main(): Promise<number> {
  if (!INNGEST_DEV || ['0', 'false'].includes(INNGEST_DEV)) {
    console.error(`\n  INNGEST_DEV is not set.${help}`)
    return 2
  }
  const url = ['1', 'true'].includes(INNGEST_DEV) ? 'http://127.0.0.1:8288' : INNGEST_DEV
  if (!URL.canParse(url)) {
    console.error(
      `\n  INNGEST_DEV is ${INNGEST_DEV}: it must be a URL like http://127.0.0.1:8288, or 1.${help}`,
    )
    return 2
  }
  const alive = await fetch(new URL('/health', url)).catch(() => undefined)
  if (!alive?.ok) {
    console.error(`\n  No Inngest server answers at ${url} (INNGEST_DEV).${help}`)
    return 2
  }
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'inngest'], {
    stdio: 'inherit',
    env: { ...process.env, INNGEST_DEV: url, APP_HOST, APP_PORT },
  })
  return status ?? 1
}

process.exitCode = await main()
