'use client'

import { asking } from '@/components/trpc-provider'
import { OrderView } from '../order/order-view'

export const OrderScreen = asking(OrderView)
