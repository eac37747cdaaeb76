import type { Inputs } from '@/components/trpc-provider'

export type Alternative = Inputs['whatIf']['order']['alternative']

/** What a button says about the event that is looked at. */
export const alternativeWords: Record<Alternative, string> = {
  'no-stock': 'No stock',
  'enough-stock': 'Enough stock',
  declined: 'Declined',
  captured: 'Captured',
  'no-answer': 'The provider never answers',
  later: 'Later, after all that people asked for',
  'left-out': 'It was never asked for',
  'cancelled-here': 'Cancelled right after it',
}

export const alternativeNames = Object.keys(alternativeWords) as Alternative[]
