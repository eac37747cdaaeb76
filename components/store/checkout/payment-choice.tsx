import { CreditCard, FlaskConical } from 'lucide-react'
import { oddMethods, type PaymentMethod, paymentMethods, usualMethods } from '../payment-methods'

type Props = { chosen?: PaymentMethod }

/** Two cards as they should be, and six to see what else can happen. */
export function PaymentChoice({ chosen = paymentMethods[0].id }: Props) {
  return (
    <fieldset className="overflow-hidden rounded-3 border border-line-strong bg-surface">
      <legend className="sr-only">How you pay</legend>
      {usualMethods.map((method) => (
        <Choice key={method.id} method={method} chosen={chosen} className="border-line border-b" />
      ))}
      <p
        id="another-outcome"
        className="flex items-center gap-2 px-4 pt-3.5 pb-1 font-medium text-14 text-ink-2"
      >
        <FlaskConical aria-hidden className="size-4" strokeWidth={1.6} />
        Another outcome
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: one fieldset holds all eight, as they exclude each other */}
      <div role="group" aria-labelledby="another-outcome" className="grid pb-1 md:grid-cols-2">
        {oddMethods.map((method) => (
          <Choice key={method.id} method={method} chosen={chosen} />
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceProps = { method: (typeof paymentMethods)[number]; chosen: PaymentMethod; className?: string }

function Choice({ method: { id, name, outcome }, chosen, className = '' }: ChoiceProps) {
  const usual = usualMethods.some((method) => method.id === id)
  return (
    <label
      className={`grid cursor-pointer grid-cols-[20px_1fr_auto] items-center gap-3 px-4 has-checked:bg-accent-soft ${usual ? 'py-3.5' : 'py-2.5'} ${className}`}
    >
      <input
        type="radio"
        name="paymentMethod"
        value={id}
        defaultChecked={id === chosen}
        aria-label={name}
        aria-describedby={`${id}-outcome`}
        className="size-5 appearance-none rounded-full border-[1.5px] border-line-strong bg-surface checked:border-6 checked:border-accent"
      />
      <span>
        {name}
        <small id={`${id}-outcome`} className="block text-14 text-ink-2">
          {outcome}
        </small>
      </span>
      {usual && <CreditCard aria-hidden className="size-5" strokeWidth={1.5} />}
    </label>
  )
}
