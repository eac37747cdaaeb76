import { defineConfig } from 'vitest/config'

const rules = [
  'server/*.test.ts',
  'server/access/{permissions,way-back}.test.ts',
  'server/kernel/**/*.test.ts',
  'server/analytics/projectors/*.test.ts',
  'server/modules/*/domain/**/*.test.ts',
  'components/**/*.test.ts',
]

/** Has an app and a database of its own: what other tests leave behind would not be proven. */
const proof = [
  'server/proof.test.ts',
  'server/platform/backup/backup.test.ts',
  'app/api/health/route.test.ts',
  'app/metrics/route.test.ts',
]

/** Nothing runs there by itself: the tests decide what is delivered when, and how long an hour is. */
const model = ['server/testing/model/*.test.ts']

/** The same, but with a double of an Inngest server whose clock the tests move. */
const double = ['server/testing/inngest-double*.test.ts']

/** One app for the whole run, on one database; tests make their own products and orders. */
const inProcess = {
  setupFiles: ['server/testing/setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  fileParallelism: false,
  isolate: false,
  /** Only where it is meant does a test run on somebody's Inngest server. */
  env: { INNGEST_DEV: '' },
}

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    projects: [
      { extends: true, test: { name: 'rules', include: rules, exclude: proof } },
      {
        extends: true,
        test: {
          ...inProcess,
          name: 'stories',
          include: ['{server,app}/**/*.test.ts'],
          exclude: [...rules, ...proof, ...model, ...double],
        },
      },
      { extends: true, test: { ...inProcess, name: 'proof', include: proof } },
      {
        extends: true,
        test: {
          ...inProcess,
          name: 'model',
          include: model,
          env: { ...inProcess.env, ROAD: 'none', TIME_SCALE: '100' },
        },
      },
      {
        extends: true,
        test: {
          ...inProcess,
          name: 'double',
          include: double,
          env: { INNGEST_DEV: '1', ROAD: 'none', TIME_SCALE: '1' },
        },
      },
      {
        extends: true,
        test: {
          ...inProcess,
          name: 'inngest',
          include: ['server/modules/choreography.test.ts', 'server/webhooks/webhooks.test.ts'],
          env: { ROAD: 'inngest' },
        },
      },
    ],
  },
})
