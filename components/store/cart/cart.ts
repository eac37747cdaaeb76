import { browserStore } from '../browser-store'

/** A line as the customer saw it when it was put in: what is true now, the catalogue says. */
export type CartLine = {
  sku: string
  name: string
  picture?: string
  quantity: number
  unitPrice: number
  currency: string
}

/** What the order takes at most of one article. */
export const maxQuantity = 1000

const cart = browserStore<CartLine[]>({
  key: 'tiny-store.cart',
  empty: [],
  read: (stored) => (Array.isArray(stored) ? stored.filter(isLine) : []),
})

export const useCart = cart.use

export function useCartCount(): number {
  return useCart().reduce((sum, { quantity }) => sum + quantity, 0)
}

export function addToCart(line: CartLine) {
  const held = cart.get().find(({ sku }) => sku === line.sku)?.quantity ?? 0
  put({ ...line, quantity: held + line.quantity })
}

/** Puts the lines of an order back; what else is in the cart stays. */
export function refillCart(lines: CartLine[]) {
  for (const line of lines) put(line)
}

export function setQuantity(sku: string, quantity: number) {
  cart.set(cart.get().map((line) => (line.sku === sku ? { ...line, quantity } : line)))
}

export function removeFromCart(sku: string) {
  cart.set(cart.get().filter((line) => line.sku !== sku))
}

/** The customer has seen these prices, so they are no longer news. */
export function acceptPrices(prices: Map<string, number>) {
  cart.set(cart.get().map((line) => ({ ...line, unitPrice: prices.get(line.sku) ?? line.unitPrice })))
}

function put(line: CartLine) {
  const quantity = Math.min(line.quantity, maxQuantity)
  const others = cart.get()
  const known = others.some(({ sku }) => sku === line.sku)
  cart.set(
    known
      ? others.map((other) => (other.sku === line.sku ? { ...line, quantity } : other))
      : [...others, { ...line, quantity }],
  )
}

function isLine(line: Partial<CartLine> | null): line is CartLine {
  return (
    typeof line?.sku === 'string' &&
    typeof line.name === 'string' &&
    typeof line.unitPrice === 'number' &&
    typeof line.currency === 'string' &&
    Number.isInteger(line.quantity) &&
    Number(line.quantity) > 0
  )
}
