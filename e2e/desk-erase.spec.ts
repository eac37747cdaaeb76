import { expect, open, test } from './fixtures'

const customer = (mark: string) => ({ customerId: `customer-${mark}` })

test.describe('a customer who asks to be forgotten', () => {
  test('is erased at the desk when the parcel has left, and reads so everywhere', async ({ page, shop }) => {
    const { sku } = await shop.createProduct({ name: 'Tea tray' })
    const who = customer(sku)
    const placed = await shop.placeOrder({ sku, ...who })
    const { orderId } = placed
    const shipped = await shop.reached(orderId, 'SHIPPED')
    await open(page, `/admin/orders/${orderId}`)
    await expect(page.getByText('14 Example Street')).toBeVisible()

    await page.getByRole('button', { name: 'Erase personal data…' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('button', { name: 'Erase personal data…' }).click()
    await page.getByRole('button', { name: 'Erase for good' }).click()
    await expect(page.getByText('has a parcel that has not left: dispatch it')).toBeVisible()
    await expect(page.getByText('14 Example Street')).toBeVisible()

    await shop.dispatch(shipped)
    await page.getByRole('button', { name: 'Erase for good' }).click()
    await expect(page.getByText('Somebody in NL. The rest was erased')).toBeVisible()
    await expect(page.getByText('14 Example Street')).toBeHidden()
    await expect(page.getByText(who.customerId)).toBeHidden()
    await expect(page.getByRole('button', { name: /^Erase/ })).toBeHidden()
    await expect(page.getByLabel('For those who look at this order later')).toBeHidden()
    await expect(
      page
        .getByRole('list', { name: 'Events of this order' })
        .getByRole('listitem')
        .filter({ hasText: 'PersonalDataErased' }),
    ).toContainText('shipments')

    await open(page, `/admin/events?orderId=${orderId}`)
    await page.getByRole('link', { name: /^OrderPlaced/ }).click()
    const inspector = page.getByRole('complementary', { name: 'Event' })
    await expect(inspector.getByText('Whom this was about is erased.')).toBeVisible()
    await expect(inspector).toContainText('"street": "erased"')

    await open(page, `/admin/shipments?q=${orderId}`)
    await expect(page.getByText('erased, NL').first()).toBeVisible()
  })
})
