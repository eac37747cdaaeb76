import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** What a browser in a container, often started by root and without a graphics card, needs; and no calls of its own. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/**
 * The path of a Chromium: the one that is named, the one that came with the packages, the machine's, or Playwright's.
 * That of the packages is the same for everybody, and a headless shell: it has no windows, and works a third less.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no program. Correct it or unset it.`)
  }
  const known = (await fromThePackage()) ?? [...onTheMachine(), chromium.executablePath()].find(isProgram)
  if (known) return known
  throw new Error(
    [
      'The browser tests found no Chromium. One of these will do:',
      '  apt-get install chromium',
      '  npx playwright install chromium',
      '  CHROMIUM_PATH=/path/to/chrome npm run e2e',
    ].join('\n'),
  )
}

/** Unpacks itself into the temporary folder, together with the libraries that it needs where it thinks it is a Lambda. */
async function fromThePackage(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const path = await packaged.executablePath()
    // What lacks a library of this machine is no program.
    execFileSync(path, ['--version'], { stdio: 'ignore' })
    return path
  } catch {
    return undefined
  } finally {
    // The shop, which is started from here, is in none.
    delete process.env.AWS_EXECUTION_ENV
    // Its fonts are for a machine that has none: they lack signs such as ⌘.
    if (existsSync('/etc/fonts')) delete process.env.FONTCONFIG_PATH
  }
}

function onTheMachine(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return ['/usr/bin/chromium', ...folders.map((folder) => join(folder, 'chromium'))]
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
