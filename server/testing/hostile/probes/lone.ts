import type { Probe } from '../probes'
import type { Stage } from '../stage'
import { credentials } from './credentials'
import { detours } from './detours'
import { floods } from './floods'
import { probeOf } from './line'
import { othersOrders } from './orders'
import { otherSites } from './other-sites'

/** What somebody could try beyond walking through every door. */
export const loneProbes = (stage: Stage): Probe[] => [
  ...[...credentials(stage), ...detours(stage), ...otherSites(stage), ...othersOrders(stage)].map(probeOf),
  ...floods(stage),
]
