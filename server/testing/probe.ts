import { Aggregate } from '@/server/kernel/aggregate'
import { newId } from '@/server/kernel/id'
import { transaction } from '@/server/platform/database/connect'
import { append } from '@/server/platform/event-store'

/** Something whose events only the test's own module hears, so that no engine gets in its way. */
export class Probe extends Aggregate {
  protected readonly type = 'Probe'
  constructor(id = newId()) {
    super(id)
  }
  say(...numbers: number[]) {
    for (const onHand of numbers)
      this.record('StockAdjusted', { sku: 'PROBE', delta: 0, reason: 'test', onHand })
    return this
  }
}

/** Numbers that the module `probe` is to hear. Answers the lane they are in. */
export async function probes(...numbers: number[]): Promise<string> {
  const probe = new Probe().say(...numbers)
  await transaction((tx) => append(tx, probe.getDomainEvents(), { cause: null, reactorsOf: () => ['probe'] }))
  return probe.id
}
