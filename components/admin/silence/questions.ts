import type { Outputs } from '@/components/trpc-provider'

export type Silent = Outputs['silence']['list']['items'][number]
export type Poked = Outputs['silence']['poke']
export type Hold = Silent['hold']

/** The page asks on the server and the list in the browser: the question is the same. */
export const silenceAsked = { limit: 200 }
