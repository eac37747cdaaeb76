import type { Route } from 'next'

export const categories = ['Table', 'Desk', 'Home'] as const

export function categoryHref(category?: string): Route {
  return category ? `/?category=${encodeURIComponent(category)}` : '/'
}
