import { expect, open } from '../fixtures'
import { admin } from '../way-in'
import type { Visits } from './visit'

export const signIn: Visits = {
  'sign-in': ({ page }) => open(page, '/sign-in?next=/admin/orders'),
  'sign-in-wrong': async ({ page }) => {
    await open(page, '/sign-in')
    await page.getByLabel('Email').fill(admin.email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/wrong/)
  },
  'sign-in-code': async ({ page }) => {
    await page.route('/api/session', (route) => route.fulfill({ json: { secondFactor: true } }))
    await open(page, '/sign-in')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Your second factor' })).toBeVisible()
  },
  'sign-in-new-password': async ({ page }) => {
    await page.route('/api/session', (route) =>
      route.fulfill({ json: { secondFactor: false, passwordIsOneTime: true } }),
    )
    await open(page, '/sign-in')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Choose a password of your own' }).waitFor()
  },
}
