'use client'

import { asking } from '@/components/trpc-provider'
import { CheckoutView } from '../checkout/checkout-view'

export const CheckoutScreen = asking(CheckoutView)
