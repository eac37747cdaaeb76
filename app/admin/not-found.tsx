import { Inbox } from 'lucide-react'
import { NoPage } from '@/components/admin/no-page'

export default function NotInTheDesk() {
  return (
    <NoPage
      title="Not found"
      Icon={Inbox}
      says="There is nothing under this address"
      way="It may have been cut short when it was copied."
    />
  )
}
