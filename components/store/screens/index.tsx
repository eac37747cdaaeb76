'use client'

import dynamic from 'next/dynamic'

/*
 * The screens that ask the server while they are looked at. The server draws them as it does the others; their script,
 * and what they ask with, comes after the first paint and takes over what stands there.
 */

export const CartScreen = dynamic(() => import('./cart').then(({ CartScreen }) => CartScreen))
export const CheckoutScreen = dynamic(() => import('./checkout').then(({ CheckoutScreen }) => CheckoutScreen))
export const OrderScreen = dynamic(() => import('./order').then(({ OrderScreen }) => OrderScreen))
export const OrdersScreen = dynamic(() => import('./orders').then(({ OrdersScreen }) => OrdersScreen))
