'use client'

import { asking } from '@/components/trpc-provider'
import { CartView } from '../cart/cart-view'

export const CartScreen = asking(CartView)
