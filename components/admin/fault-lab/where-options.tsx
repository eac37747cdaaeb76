import { choiceOf } from './typed'
import { type Effect, isOfCalls, isOfPokes, type Reacting } from './words'

/** Which deliveries such an effect can be about: pokes know no module, and only some ask the outside. */
export function WhereOptions({ effect, reacting }: { effect: Effect; reacting: Reacting[] }) {
  if (isOfPokes(effect)) {
    return (
      <>
        <option value={choiceOf({})}>every poke</option>
        {[...new Set(reacting.map(({ eventType }) => eventType))].map((eventType) => (
          <option key={eventType} value={choiceOf({ eventType })}>
            of {eventType}
          </option>
        ))}
      </>
    )
  }
  const fitting = reacting.filter(({ asksOutside }) => asksOutside || !isOfCalls(effect))
  const modules = [...new Set(fitting.map(({ module }) => module))]
  return (
    <>
      <option value={choiceOf({})}>{isOfCalls(effect) ? 'every call' : 'everything'}</option>
      {modules.map((module) => (
        <optgroup key={module} label={module}>
          <option value={choiceOf({ module })}>{module}, any event</option>
          {fitting
            .filter((each) => each.module === module)
            .map(({ eventType }) => (
              <option key={eventType} value={choiceOf({ module, eventType })}>
                {module} on {eventType}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  )
}
