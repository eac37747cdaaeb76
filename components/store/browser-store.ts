import { useSyncExternalStore } from 'react'

type Options<T> = {
  key: string
  empty: T
  /** Whatever stands in the storage, an older version's shape included, becomes a T. */
  read: (stored: unknown) => T
  /** localStorage outlives the visit and is shared by the tabs; sessionStorage does neither. */
  area?: 'localStorage' | 'sessionStorage'
}

/** A value that this browser keeps. Tabs hear of each other's changes; the server and the first paint see `empty`. */
export function browserStore<T>({ key, empty, read, area = 'localStorage' }: Options<T>) {
  const listeners = new Set<() => void>()
  let raw: string | null = null
  let value = empty

  function get(): T {
    const now = load(area, key, raw)
    if (now !== raw) {
      raw = now
      value = now === null ? empty : parse(now, read, empty)
    }
    return value
  }

  function set(next: T) {
    value = next
    raw = JSON.stringify(next)
    save(area, key, raw)
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void) {
    const onStorage = (event: StorageEvent) => {
      if (event.key === key || event.key === null) listener()
    }
    listeners.add(listener)
    window.addEventListener('storage', onStorage)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', onStorage)
    }
  }

  const use = () => useSyncExternalStore(subscribe, get, () => empty)
  return { get, set, use }
}

/** Storage may be forbidden or full; the page then works until it is closed. */
function load(area: 'localStorage' | 'sessionStorage', key: string, otherwise: string | null) {
  try {
    return window[area].getItem(key)
  } catch {
    return otherwise
  }
}

function save(area: 'localStorage' | 'sessionStorage', key: string, raw: string) {
  try {
    window[area].setItem(key, raw)
  } catch {
    // Kept in memory.
  }
}

function parse<T>(raw: string, read: (stored: unknown) => T, empty: T): T {
  try {
    return read(JSON.parse(raw))
  } catch {
    return empty
  }
}
