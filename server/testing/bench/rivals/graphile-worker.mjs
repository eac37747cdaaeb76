import { Logger, run } from 'graphile-worker'
import { chains, HOPS, measureChains } from './chains'

const { run: runChain, finished } = chains()

await measureChains({
  // As its page on performance has it, but for the batching: jobs that come one by one are slower with it, tried.
  settings: 'LISTEN; concurrentJobs 24, maxPoolSize 25, no batching',
  open: async (connectionString) => {
    const runner = await run({
      noHandleSignals: true,
      preset: {
        worker: {
          connectionString,
          concurrentJobs: 24,
          maxPoolSize: 25,
          logger: new Logger(() => () => {}),
        },
      },
      taskList: {
        hop: async ({ chain, left }, { addJob }) => {
          if (left > 0) await addJob('hop', { chain, left: left - 1 })
          else finished(chain)
        },
      },
    })
    return { run: () => runChain((chain) => runner.addJob('hop', { chain, left: HOPS - 1 })) }
  },
})
