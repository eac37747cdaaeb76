export * from './application/commands'
export { proofs } from './application/proofs'
export {
  getProduct,
  getProductForSale,
  listProducts,
  listScarce,
  ProductView,
  priceList,
  watchProductForSale,
} from './application/queries'
export { reactions } from './application/reactions'
export * from './application/stock'
export { productStatuses, stockLevels } from './domain/product'
