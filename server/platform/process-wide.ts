/**
 * Next bundles instrumentation and route handlers apart, so that a module's variables exist more than once in a
 * process. What must exist once (the database, the engine, who reacts to what) is kept here.
 */
export function processWide<T>(name: string): {
  get: () => T | undefined
  set: (value: T | undefined) => void
} {
  const key = Symbol.for(`tiny-store.${name}`)
  const store = globalThis as unknown as Record<symbol, T | undefined>
  return {
    get: () => store[key],
    set: (value) => {
      store[key] = value
    },
  }
}
