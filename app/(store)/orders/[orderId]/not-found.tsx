import { NothingHere } from '@/components/store/nothing-here'

export default function OrderNotFound() {
  return (
    <NothingHere title="We do not know this order.">
      No order has this number. The link may have lost a letter on its way; the orders of this browser are in
      your list.
    </NothingHere>
  )
}
