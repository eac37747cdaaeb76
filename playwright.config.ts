import { defineConfig } from '@playwright/test'
import { browserArgs, findBrowser } from './e2e/browser'
import { admin, dataFolder, deskState, port } from './e2e/way-in'

const origin = `http://localhost:${port}`

/** The pictures of every page are made only when they are asked for by name. */
const picturesAsked = process.argv.some((argument) => /shots/.test(argument))

// Looked for once: the workers, which read this file too, find it in their environment.
process.env.CHROMIUM_PATH = await findBrowser()

/** What is looked at by somebody who is signed in. */
const deskSpecs = ['desk-*.spec.ts', 'fault-lab.spec.ts']

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // The second run is for its trace: one that passes then is still told, as flaky.
  retries: process.env.CI ? 1 : 0,
  grepInvert: picturesAsked ? undefined : /@shots/,
  reporter: process.env.CI ? [['list'], ['html', { open: 'never' }]] : 'list',
  use: {
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: browserArgs },
  },
  projects: [
    { name: 'sign in', testMatch: 'desk.setup.ts' },
    {
      name: 'desktop',
      testIgnore: deskSpecs,
      dependencies: ['sign in'],
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'desk',
      testMatch: deskSpecs,
      dependencies: ['sign in'],
      use: { viewport: { width: 1440, height: 900 }, storageState: deskState },
    },
    {
      name: 'phone',
      dependencies: ['sign in'],
      testMatch: ['buy.spec.ts', 'refusals.spec.ts', 'cancel.spec.ts'],
      use: { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true },
    },
  ],
  webServer: {
    command: `node -e "fs.rmSync(process.env.TINY_STORE_DATA, { recursive: true, force: true })" && npx next start -p ${port} --keepAliveTimeout 120000`,
    url: `${origin}/api/health`,
    // Whatever database and engine are configured here: the tests use neither, and wait as long as customers do. What
    // they want to go wrong they say in the fault lab.
    env: {
      FAULT_LAB: '1',
      // What is told by webhook here listens on this machine.
      WEBHOOKS_ALLOW_PRIVATE: '1',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      // One browser does here in a minute what many people do.
      RATE_LIMIT_SCALE: '1000',
      TINY_STORE_DATA: dataFolder,
      TIME_SCALE: '1',
      DATABASE_URL: '',
      INNGEST_DEV: '',
      INNGEST_EVENT_KEY: '',
      INNGEST_SIGNING_KEY: '',
      INNGEST_BASE_URL: '',
      APP_URL: '',
    },
    reuseExistingServer: !process.env.CI,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
