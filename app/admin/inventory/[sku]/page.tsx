import { redirect } from 'next/navigation'
import { visitor } from '@/server/access/visitor'

type Props = { params: Promise<{ sku: string }> }

/** A product has an address of its own, and is shown beside the others. */
export default async function ProductPage({ params }: Props) {
  await visitor('inventory:read')
  redirect(`/admin/inventory?product=${(await params).sku}`)
}
