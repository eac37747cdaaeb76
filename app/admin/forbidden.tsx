import { LockKeyhole } from 'lucide-react'
import { NoPage } from '@/components/admin/no-page'

export default function NotAllowed() {
  return (
    <NoPage
      title="Not allowed"
      Icon={LockKeyhole}
      says="Your role does not let you see this"
      way="Ask an admin, who can give you another one."
    />
  )
}
