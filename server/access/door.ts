import { HttpRefusal } from '../problem'
import { auditRefusal } from './audit'
import { admit } from './caller'
import { currentCaller } from './context'
import type { Rule } from './permissions'

/** Lets in whom the rule allows. That somebody whom we know was turned away is written down. */
export function letIn(rule: Rule, door: string) {
  const caller = currentCaller()
  try {
    admit(caller, rule)
  } catch (error) {
    const status = error instanceof HttpRefusal ? error.status : undefined
    if (caller.kind !== 'customer') auditRefusal('refused', { target: door, after: { status, needs: rule } })
    throw error
  }
}
