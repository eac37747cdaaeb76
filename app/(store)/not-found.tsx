export { NothingHere as default } from '@/components/store/nothing-here'
