/** What is typed, each by itself: with spaces, commas or lines between. */
export const typedFilters = (typed: string) => typed.split(/[\s,]+/).filter(Boolean)

/** As the server reads them: a name, or how names begin. */
export const fits = (filter: string, eventType: string) =>
  filter.endsWith('*') ? eventType.startsWith(filter.slice(0, -1)) : eventType === filter
