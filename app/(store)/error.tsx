'use client'

export { WentWrong as default } from '@/components/store/went-wrong'
