import { answerParent } from '../child'
import { measure } from '../measure'
import type { RivalFigures, RivalSizes } from './index'

export const HOPS = 7

export type Rival = {
  /** For people: in what its settings differ from its defaults. */
  settings: string
  /** Starts its worker; `run` resolves when the last of a chain's seven empty hops has run. */
  open: (databaseUrl: string) => Promise<{ run: () => Promise<void> }>
}

/** Takes the figures of a rival in this process, which has nothing else to do. */
export const measureChains = ({ settings, open }: Rival) =>
  answerParent(async ({ warmUp, lone, inFlight }: RivalSizes): Promise<RivalFigures> => {
    const { run } = await open(process.env.DATABASE_URL ?? '')
    await measure(run, warmUp)
    return { settings, lone: await measure(run, lone), inFlight: await measure(run, inFlight) }
  })

/** For queues whose last job says which chain it was of. */
export function chains() {
  const waiting = new Map<number, () => void>()
  let last = 0
  return {
    run: (start: (chain: number) => Promise<unknown>) =>
      new Promise<void>((resolve, reject) => {
        const chain = last++
        waiting.set(chain, resolve)
        start(chain).catch(reject)
      }),
    finished: (chain: number) => {
      waiting.get(chain)?.()
      waiting.delete(chain)
    },
  }
}
