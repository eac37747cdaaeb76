import { z } from 'zod'
import { audit, difference } from '@/server/access/audit'
import { invalid, notFound } from '@/server/kernel/errors'
import { isCurrency, toCents } from '@/server/kernel/money'
import { line, paragraph, sku } from '@/server/kernel/text'
import { unitOfWork } from '@/server/platform/unit-of-work'
import { Product, productStatuses } from '../domain/product'
import { addProduct, loadProduct, saveProducts } from '../infrastructure/product-repository'
import { toView } from './queries'

const MAX_STOCK = 1_000_000
const MAX_PRICE = 1_000_000

const details = z.strictObject({
  name: line(200),
  description: paragraph(5_000),
  category: line(50),
  /** A path on this site: nothing is loaded from elsewhere. */
  picture: z
    .string()
    .max(200)
    .regex(/^\/(?!\/)[\w./-]+$/, 'must be a path on this site, like /products/low-mug.svg')
    .meta({ description: 'A path on this site, like `/products/low-mug.svg`.' }),
  price: z.number().nonnegative().max(MAX_PRICE),
  stockQuantity: z.number().int().nonnegative().max(MAX_STOCK),
  status: z.enum(productStatuses),
})

export const CreateProduct = z
  .strictObject({
    sku,
    ...details.partial({
      description: true,
      category: true,
      picture: true,
      stockQuantity: true,
      status: true,
    }).shape,
    currency: z
      .string()
      .refine(isCurrency, 'must be an ISO 4217 currency code')
      .default('EUR')
      .describe('ISO 4217.'),
  })
  .superRefine(
    ({ price, currency }, context) => {
      if (isCurrency(currency) && Number.isFinite(price) && !fits(price, currency)) {
        context.addIssue({ code: 'custom', path: ['price'], message: tooManyDigits(currency) })
      }
    },
    // Also when other fields are wrong, so that every fault is named at once.
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
  .meta({ id: 'CreateProduct' })

export const UpdateProduct = z
  .strictObject({
    ...details.partial().shape,
    category: details.shape.category.nullable().optional(),
    picture: details.shape.picture.nullable().optional(),
    reason: line(200).optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'must name at least one field to change')
  .meta({ id: 'UpdateProduct' })

export async function createProduct(command: z.output<typeof CreateProduct>) {
  const { price, stockQuantity = 0, description = '', category = null, picture = null, ...rest } = command
  const product = Product.create({
    ...rest,
    description,
    category,
    picture,
    status: rest.status ?? 'ACTIVE',
    priceCents: toCents(price, rest.currency),
    onHand: stockQuantity,
  })
  const view = toView(product.toState())
  await unitOfWork(async (uow) => {
    await addProduct(uow, product)
    uow.save(product, audit('products.create', { target: `product/${view.sku}`, after: view })(uow.tx))
  })
  return view
}

export async function updateProduct(ofSku: string, command: z.output<typeof UpdateProduct>) {
  const { stockQuantity, price, reason, ...words } = command
  const known = sku.safeParse(ofSku)
  if (!known.success) throw notFound('Product', ofSku)
  return unitOfWork(async (uow) => {
    const product = await loadProduct(uow, known.data)
    const before = toView(product.toState())
    const { currency } = before
    if (price !== undefined && !fits(price, currency)) {
      throw invalid(`The price ${tooManyDigits(currency)}`, {
        errors: [{ pointer: '/price', detail: tooManyDigits(currency) }],
      })
    }
    product.revise({ ...words, ...(price !== undefined && { priceCents: toCents(price, currency) }) })
    if (stockQuantity !== undefined) product.adjustStock(stockQuantity, reason ?? 'Stock set')
    saveProducts(uow, [product])
    const after = toView(product.toState())
    const action = Object.keys(words).length > 0 || price !== undefined ? 'update' : 'adjust'
    const what = { target: `product/${after.sku}`, ...difference(before, after) }
    if (Object.keys(what.after).length > 0) uow.save(product, audit(`products.${action}`, what)(uow.tx))
    return after
  })
}

function fits(price: number, currency: string): boolean {
  try {
    toCents(price, currency)
    return true
  } catch {
    return false
  }
}

const tooManyDigits = (currency: string) => `has more digits after the point than ${currency} has`
