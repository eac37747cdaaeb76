export * from './application/commands'
export {
  getProduct,
  getProductForSale,
  listProducts,
  priceList,
} from './application/queries'
export { reactions } from './application/reactions'
export * from './application/stock'
export { productStatuses, stockLevels } from './domain/product'
