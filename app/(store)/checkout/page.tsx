import { iso31661 } from 'iso-3166'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CheckoutScreen } from '@/components/store/screens'
import { hasPostalCode, needsState, statesOf } from '@/server/kernel/country'
import { asked, getQueryClient, trpc } from '@/server/trpc/queries'

export const metadata: Metadata = { title: 'Checkout' }

export default async function CheckoutPage() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.catalogue.list.queryOptions())
  return (
    // As high as the screen from the start: the footer does not move when the form takes its place.
    <div className="min-h-dvh">
      <CheckoutScreen countries={countries} asked={asked()} />
    </div>
  )
}

/** Named here and not in the browser: both must write the same names, and the list stays out of the script. */
const names = new Intl.DisplayNames('en', { type: 'region' })
const countries = iso31661
  .map(({ alpha2: code }) => ({
    code,
    name: names.of(code) ?? code,
    ...(needsState(code) && { states: statesOf(code) }),
    ...(!hasPostalCode(code) && { withoutPostalCode: true }),
  }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'))
