import { test } from './fixtures'
import { pages } from './pages'

const screens = { 375: 812, 1440: 900 }

/** `npm run e2e -- --grep @shots` puts a picture of every page into shots/, to be looked at by people. */
for (const { of, storageState, visits } of pages) {
  test.describe(of, () => {
    test.use({ storageState })
    for (const [name, visit] of Object.entries(visits)) {
      test(`${name} @shots`, async ({ page, shop, stories }) => {
        await visit({ page, shop, stories })
        for (const [screen, height] of Object.entries(screens)) {
          const width = Number(screen)
          await page.setViewportSize({ width, height })
          // A screen as high as the page: what sticks to an edge of the screen then does so in the picture.
          const whole = await page.evaluate(() => document.documentElement.scrollHeight)
          await page.setViewportSize({ width, height: whole })
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
            await page.screenshot({ path: `shots/${name}-${width}-${colorScheme}.png` })
          }
        }
      })
    }
  })
}
