import { writeFile } from 'node:fs/promises'
import { expect, test as setup } from '@playwright/test'
import { admin, deskState, fromOurPage, keyFile } from './way-in'

/** As all get in: by the page, and by a key that the desk gives. */
setup('the admin signs in, and makes a key', async ({ page }) => {
  await page.goto('/admin')
  await page.getByLabel('Email').fill(admin.email)
  await page.getByLabel('Password', { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await page.context().storageState({ path: deskState })

  const { permissions: scopes } = await (await page.request.get('/api/session')).json()
  const made = await page.request.post('/api/keys', {
    data: { name: 'End-to-end tests', scopes },
    headers: fromOurPage,
  })
  expect(made.status()).toBe(201)
  await writeFile(keyFile, (await made.json()).key, { mode: 0o600 })
})
