'use client'

import { asking } from '@/components/trpc-provider'
import { OrdersView } from '../orders-view'

export const OrdersScreen = asking(OrdersView)
