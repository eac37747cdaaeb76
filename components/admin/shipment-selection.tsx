import { Check, Minus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { Shipment } from './desk-types'
import { figure } from './figures'
import { nextStep, type Result, type ShipmentMoves, type Step } from './shipment-moves'

const words: Record<Step, { do: string; doing: string; done: string; already: string }> = {
  dispatch: { do: 'Dispatch', doing: 'Dispatching', done: 'dispatched', already: 'had left already' },
  deliver: { do: 'Deliver', doing: 'Delivering', done: 'delivered', already: 'had arrived already' },
}

/**
 * What is chosen and what can be done with it, on top of the table, where it always has its place; on a phone above the
 * tab bar, once something is chosen.
 */
export function ShipmentSelection({ moves, shown }: { moves: ShipmentMoves; shown: Shipment[] }) {
  const { chosen, results, progress } = moves
  const movable = shown.filter(nextStep)
  const all = movable.length > 0 && movable.every(({ shipmentId }) => chosen.has(shipmentId))
  return (
    <div
      className={`flex min-h-12 items-center gap-3 border-line border-b py-2 pr-2 pl-4 max-md:fixed max-md:inset-x-0 max-md:bottom-[calc(64px+env(safe-area-inset-bottom))] max-md:z-10 max-md:border-t max-md:px-3 max-md:py-2.5 ${
        chosen.size > 0 ? 'bg-accent-soft' : 'max-md:hidden'
      }`}
    >
      <span className="max-md:hidden">
        <Checkbox
          label="All on this page"
          checked={all}
          some={chosen.size > 0}
          disabled={movable.length === 0 || Boolean(progress)}
          onChange={(on) => moves.choose(on ? movable : [...chosen.values()], on)}
        />
      </span>
      <div role="status" className="flex min-w-0 flex-wrap items-center gap-x-3 tabular-nums">
        {progress ? (
          <Progress {...progress} />
        ) : chosen.size > 0 ? (
          <span className="font-medium">{figure(chosen.size)} chosen</span>
        ) : (
          <span className="text-ink-3">Choose shipments to dispatch or deliver them together</span>
        )}
        <Counts results={[...results.values()]} />
      </div>
      {chosen.size > 0 && <Actions moves={moves} shown={shown} />}
    </div>
  )
}

function Progress({ step, all, done }: NonNullable<ShipmentMoves['progress']>) {
  return (
    <span className="flex items-center gap-2 font-medium">
      {words[step].doing}, {figure(done)} of {figure(all)}
      <span aria-hidden className="h-1.5 w-24 overflow-hidden rounded-full bg-line max-md:hidden">
        <span
          className="block h-full bg-accent transition-[width] duration-(--move)"
          style={{ width: `${(done / all) * 100}%` }}
        />
      </span>
    </span>
  )
}

function Counts({ results }: { results: Result[] }) {
  const step = results[0]?.step
  if (!step) return null
  const amount = (outcome: Result['outcome']) => results.filter((each) => each.outcome === outcome).length
  const [moved, already, refused] = [amount('moved'), amount('already'), amount('refused')]
  const row = 'flex items-center gap-1.5 text-12'
  return (
    <>
      {moved > 0 && (
        <span className={`${row} text-st-shipped`}>
          <Check aria-hidden className="size-3" strokeWidth={2.2} />
          {figure(moved)} {words[step].done}
        </span>
      )}
      {already > 0 && (
        <span className={`${row} text-ink-2`}>
          <Minus aria-hidden className="size-3" strokeWidth={2.2} />
          {figure(already)} {words[step].already}
        </span>
      )}
      {refused > 0 && (
        <span className={`${row} text-st-failed`}>
          <X aria-hidden className="size-3" strokeWidth={2.2} />
          {figure(refused)} not done
        </span>
      )}
    </>
  )
}

/** Tries again what was refused; otherwise the steps that the chosen ones can take, the first of them as the main one. */
function Actions({ moves, shown }: { moves: ShipmentMoves; shown: Shipment[] }) {
  const { chosen, results, progress, none, run } = moves
  const now = new Map(shown.map((shipment) => [shipment.shipmentId, shipment]))
  const chosenNow = [...chosen].map(([id, shipment]) => now.get(id) ?? shipment)
  const refused = [...results.values()].filter(({ outcome }) => outcome === 'refused')
  const again = refused.filter(({ shipment }) => nextStep(shipment))
  const offers = (['dispatch', 'deliver'] as const)
    .map((step) => ({ step, shipments: chosenNow.filter((each) => nextStep(each) === step) }))
    .filter(({ shipments }) => shipments.length > 0)
  const finished = results.size > 0 && !progress
  return (
    <div className="ml-auto flex flex-none gap-2">
      <Button variant="quiet" onClick={none} className="max-md:h-11" disabled={Boolean(progress)}>
        Choose none
      </Button>
      {finished
        ? again[0] && (
            <Button
              variant="primary"
              className="max-md:h-11"
              onClick={() =>
                run(
                  again[0]?.step ?? 'dispatch',
                  again.map(({ shipment }) => shipment),
                )
              }
            >
              Try {figure(again.length)} again
            </Button>
          )
        : offers.toReversed().map(({ step, shipments }) => (
            <Button
              key={step}
              variant={step === offers[0]?.step ? 'primary' : 'default'}
              pending={Boolean(progress)}
              className="max-md:h-11"
              onClick={() => run(step, shipments)}
            >
              {words[step].do} {figure(shipments.length)}
            </Button>
          ))}
    </div>
  )
}
