import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { button } from '@/components/ui/button'
import { Empty } from './list-states'

export function NoOrders() {
  return (
    <Empty Icon={Inbox} title="No order has been placed yet">
      <p>The first one appears here by itself.</p>
      <Link href="/" className={button()}>
        Go to the shop
      </Link>
    </Empty>
  )
}
