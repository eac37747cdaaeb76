/* A process that boots the app on the environment's database, and says how to get in: see first-admin.test.ts. */

import { howToSignIn } from '@/server/access/first-admin'
import { boot } from '@/server/boot'

await boot()
process.send?.({ first: howToSignIn(true), again: howToSignIn(true) }, () => process.exit())
