import { serve } from 'inngest/next'
import { sweep } from './analytics'
import { modules } from './modules'
import { functionsFor } from './platform/functions'
import { createInngest } from './platform/inngest'
import { settings } from './platform/settings'
import { webhooks } from './webhooks'

/** Where no process lives between two requests nobody follows the log, and the sweep brings the read models up to it. */
const analytics = { sweep }

/** The functions as Inngest calls them, whether a server does or the embedded engine. Made when first needed. */
export function createInngestHandler(client = createInngest()) {
  const { appUrl, appUrlIsSaid } = settings()
  // Where its server is to call us: not where somebody who asks for that claims that we are.
  const serveOrigin = appUrlIsSaid ? appUrl : undefined
  return serve({ client, functions: functionsFor(client, modules, webhooks, { analytics }), serveOrigin })
}
