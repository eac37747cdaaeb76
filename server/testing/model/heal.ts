import { advance, deadLanes, deliver, redrive } from './shop-commands'
import { openLanes, type ShopModel } from './shop-model'

/** Nothing goes wrong any more: what is dead is redriven once, time passes, and everybody does what is left. */
export async function heal(model: ShopModel) {
  while (deadLanes(model).length > 0) await redrive(0).run(model, {})
  for (;;) {
    const open = openLanes(model)
    const next = open.findIndex(({ order, module, head }) => isPending(head) && !order.waiting.has(module))
    if (next >= 0) await deliver(next).run(model, {})
    else if (open.some(({ head }) => isPending(head))) await advance().run(model, {})
    else return
  }
}

const isPending = ({ standing }: { standing: string }) => standing === 'PENDING'
