import { defineConfig } from 'vitest/config'

const rules = ['server/*.test.ts', 'server/kernel/**/*.test.ts', 'server/modules/*/domain/**/*.test.ts']

export default defineConfig({
  resolve: {
    alias: { '@': import.meta.dirname, 'server-only': `${import.meta.dirname}/server/testing/nothing.ts` },
  },
  test: {
    projects: [
      { extends: true, test: { name: 'rules', include: rules } },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['server/**/*.test.ts', 'app/**/*.test.ts'],
          exclude: rules,
          setupFiles: ['server/testing/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          isolate: false, // one database for the whole run; tests make their own products and orders
        },
      },
    ],
  },
})
