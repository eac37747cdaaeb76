import { DBOS } from '@dbos-inc/dbos-sdk'
import { HOPS, measureChains } from './chains'

const chain = DBOS.registerWorkflow(
  async () => {
    for (let hop = 0; hop < HOPS; hop++) await DBOS.runStep(async () => {}, { name: `hop ${hop}` })
  },
  { name: 'chain' },
)

await measureChains({
  // Its natural shape: a chain is one workflow, called directly, and each hop a step that is kept.
  settings: 'a workflow of 7 steps, called directly; systemDatabasePoolSize 25',
  open: async (systemDatabaseUrl) => {
    DBOS.setConfig({ name: 'bench', systemDatabaseUrl, systemDatabasePoolSize: 25, logLevel: 'error' })
    await DBOS.launch()
    return { run: chain }
  },
})
