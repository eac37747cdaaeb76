import { NothingHere } from '@/components/store/nothing-here'

export default function NotFound() {
  return <NothingHere />
}
