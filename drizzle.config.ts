import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './server/platform/tables.ts',
    './server/access/tables.ts',
    './server/webhooks/tables.ts',
    './server/platform/fault-lab/tables.ts',
    './server/modules/*/infrastructure/tables.ts',
    './server/analytics/tables.ts',
  ],
  out: './drizzle',
})
