import { open } from '../fixtures'
import type { Visits } from './visit'

export const deskSystem: Visits = {
  'desk-overview': ({ page }) => open(page, '/admin'),
  'desk-not-found': ({ page }) => open(page, '/admin/orders/01938f'),
}
