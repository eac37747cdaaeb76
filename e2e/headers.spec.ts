import { expect, open, test } from './fixtures'

const nonceIn = (policy = '') => /'nonce-([^']+)'/.exec(policy)?.[1]

test('every page has a policy of its own, and no script without its nonce', async ({ page }) => {
  const nonces = new Set<string | undefined>()
  for (const path of ['/', '/cart', '/admin', '/admin/events', '/nothing-here']) {
    const response = await page.goto(path)
    const policy = response?.headers()['content-security-policy']
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    const html = (await response?.text()) ?? ''
    const scripts = html.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(3)
    const nonce = nonceIn(policy)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(5)
})

test('what somebody smuggles into a page does not run', async ({ browser }) => {
  const page = await browser.newPage()
  await page.goto('/')
  await page.evaluate(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.push(effectiveDirective)
    })
    document.body.insertAdjacentHTML('beforeend', '<img src="/nothing.svg" onerror="window.smuggled = true">')
    document.head.insertAdjacentHTML('beforeend', '<style>body { display: none }</style>')
    document.head.insertAdjacentHTML('beforeend', '<base href="https://evil.example/">')
  })
  const refused = () => page.evaluate(() => (window as unknown as { refused: string[] }).refused.toSorted())
  await expect.poll(refused).toEqual(['base-uri', 'script-src-attr', 'style-src-elem'])
  expect(await page.evaluate(() => 'smuggled' in window)).toBe(false)
  await page.close()
})

test('whoever asks gets an answer with a name, kept by nobody and taken for nothing else', async ({
  request,
}) => {
  const answers = [
    await request.get('/'),
    await request.get('/api/orders'),
    await request.get('/admin/orders'),
  ]
  for (const answer of answers) {
    const headers = answer.headers()
    expect(headers['x-request-id']).toMatch(/^[\w-]{8,64}$/)
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['strict-transport-security']).toBeUndefined()
  }
  const problem = await request.get('/api/nothing')
  expect((await problem.json()).requestId).toBe(problem.headers()['x-request-id'])
})

test('what never changes stays with the browser', async ({ page, request }) => {
  await open(page, '/')
  const script = await page.locator('script[src*="/_next/static/"]').first().getAttribute('src')
  const headers = (await request.get(script ?? '')).headers()
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('colours change without a complaint, also after the data of a page was asked for anew', async ({
  page,
}) => {
  await open(page, '/')
  for (const theme of ['Dark', 'Light']) {
    await page.getByRole('radio', { name: theme }).check({ force: true })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
  }
})
