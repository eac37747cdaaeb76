import type { Probe } from '../probes'
import type { Stage } from '../stage'
import { credentials } from './credentials'
import { detours } from './detours'
import { floods } from './floods'
import { probeOf } from './line'
import { othersOrders } from './orders'
import { otherSites } from './other-sites'

/** What somebody could try beyond walking through every door. */
export const loneProbes = async (stage: Stage): Promise<Probe[]> => [
  ...[
    ...credentials(stage),
    ...detours(stage),
    ...otherSites(stage),
    ...othersOrders(stage, await stage.anOrder(), await stage.anOrder()),
  ].map(probeOf),
  ...floods(stage),
]
