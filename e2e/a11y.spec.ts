import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import type { RunOptions } from 'axe-core'
import { address, expect, expectStatus, goToCheckout, putInCart, test } from './fixtures'
import { pages } from './pages'

/** Half as much to read as what it is made of, and each page reads it anew. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe has to complain about, as short as it can be said. It is given to a page once, which has no frames. */
async function complaints(page: Page, rules?: string[]) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const options: RunOptions = { ...(rules && { runOnly: rules }), resultTypes: ['violations'] }
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(options)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, options)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

for (const { of, storageState, visits } of pages) {
  test.describe(of, () => {
    test.use({ storageState })
    for (const [name, visit] of Object.entries(visits)) {
      test(`axe finds nothing on ${name}`, async ({ page, shop, stories }) => {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await visit({ page, shop, stories })
        // A page that is streamed gets its title last.
        await expect(page).toHaveTitle(/./)
        expect(await complaints(page), 'in the light').toEqual([])
        await expectNothingAtTheSide(page)
        // The same page in other colours: only they can be wrong now.
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await complaints(page, ['color-contrast']), 'in the dark').toEqual([])
        await page.setViewportSize({ width: 375, height: 812 })
        await expectNothingAtTheSide(page)
        expect(await complaints(page), 'on a phone, in the dark').toEqual([])
      })
    }
  })
}

/** What floats finds its new place a moment after the screen has changed. */
async function expectNothingAtTheSide(page: Page) {
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await expect.poll(width, 'nothing sticks out at the side').toBe(page.viewportSize()?.width)
}

test('an order can be placed by keyboard alone', async ({ page, shop }) => {
  await putInCart(page, await shop.createProduct())
  await goToCheckout(page)
  await page.getByLabel('Full name').focus()
  for (const typed of [address.name, '', address.street, address.postalCode, address.city]) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
  }
  await expect(page.getByLabel('Country')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'Visa' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Mastercard' })).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Pay €18.00' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expectStatus(page, 'SHIPPED')
  await expect(page.getByText('Mastercard test card').first()).toBeVisible()
})
