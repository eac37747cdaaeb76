import { PgBoss } from 'pg-boss'
import { chains, HOPS, measureChains } from './chains'

const { run, finished } = chains()

await measureChains({
  // Few workers that fetch much: each new job wakes all of them. Twenty that fetch ten are half as fast alone, tried.
  settings: 'LISTEN (useListenNotify, notify); localConcurrency 2, batchSize 100, burstWhenBatchFull, max 25',
  open: async (connectionString) => {
    const boss = new PgBoss({ connectionString, max: 25, useListenNotify: true })
    boss.on('error', console.error)
    await boss.start()
    await boss.createQueue('hop', { notify: true })
    await boss.work(
      'hop',
      { localConcurrency: 2, batchSize: 100, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 },
      (jobs) =>
        Promise.all(
          jobs.map(async ({ data: { chain, left } }) => {
            if (left > 0) await boss.send('hop', { chain, left: left - 1 })
            else finished(chain)
          }),
        ),
    )
    return { run: () => run((chain) => boss.send('hop', { chain, left: HOPS - 1 })) }
  },
})
