import { serve } from 'inngest/next'
import { modules } from './modules'
import { functionsFor } from './platform/functions'
import { createInngest } from './platform/inngest'

/** The functions as Inngest calls them, whether a server does or the embedded engine. Made when first needed. */
export function createInngestHandler(client = createInngest()) {
  return serve({ client, functions: functionsFor(client, modules) })
}
