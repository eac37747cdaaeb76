import { describe, expect, it } from 'vitest'
import { readSettings } from './settings'

const keys = { INNGEST_EVENT_KEY: 'event', INNGEST_SIGNING_KEY: 'signkey-prod-1' }

describe('settings', () => {
  it('need nothing: the database and the engine are embedded', () => {
    expect(readSettings({})).toMatchObject({ databaseUrl: undefined, engine: 'embedded', timeScale: 1 })
  })

  it('know where the shop is reached', () => {
    expect(readSettings({}).appUrl).toBe('http://localhost:3000')
    expect(readSettings({ PORT: '3300' }).appUrl).toBe('http://localhost:3300')
    expect(readSettings({ APP_URL: 'https://shop.example.com/', PORT: '3300' }).appUrl).toBe(
      'https://shop.example.com',
    )
  })

  it('take an empty variable as one that is not set', () => {
    expect(readSettings({ DATABASE_URL: '', INNGEST_DEV: ' ' })).toMatchObject({ engine: 'embedded' })
  })

  it.each([
    ['a dev server', { INNGEST_DEV: 'http://localhost:8288' }],
    ['the keys', { NODE_ENV: 'production', ...keys }],
    ['the keys of a server of one’s own', { ...keys, INNGEST_BASE_URL: 'https://inngest.example.com' }],
  ])('turn to Inngest with %s', (_, environment) => {
    expect(readSettings(environment).engine).toBe('inngest')
  })

  it.each([
    ['INNGEST_SIGNING_KEY', { INNGEST_EVENT_KEY: 'event' }],
    ['INNGEST_EVENT_KEY', { INNGEST_SIGNING_KEY: 'signkey-prod-1' }],
    ['INNGEST_EVENT_KEY', { INNGEST_BASE_URL: 'https://inngest.example.com' }],
    ['INNGEST_DEV', { INNGEST_DEV: '1', NODE_ENV: 'production' }],
    ['INNGEST_DEV', { INNGEST_DEV: '1', NODE_ENV: 'production', ...keys }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/shop' }],
    ['DATABASE_URL', { DATABASE_URL: 'localhost:5432' }],
    ['TIME_SCALE', { TIME_SCALE: 'fast' }],
    ['AUTH_SECRET', { DATABASE_URL: 'postgres://localhost/shop', NODE_ENV: 'production' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
    ['ADMIN_PASSWORD', { ADMIN_EMAIL: 'anna@shop.example' }],
    ['ADMIN_PASSWORD', { ADMIN_EMAIL: 'anna@shop.example', ADMIN_PASSWORD: 'short' }],
    ['ADMIN_EMAIL', { ADMIN_PASSWORD: 'a password for Anna' }],
    ['ADMIN_EMAIL', { ADMIN_EMAIL: 'anna', ADMIN_PASSWORD: 'a password for Anna' }],
    ['APP_URL', { APP_URL: 'shop.example.com' }],
    ['RATE_LIMIT_SCALE', { RATE_LIMIT_SCALE: '0' }],
    ['FAULT_LAB', { FAULT_LAB: 'yes' }],
    ['FAULT_LAB', { FAULT_LAB: '1', ...keys }],
    ['FAULT_LAB', { FAULT_LAB: '1', NODE_ENV: 'production', ...keys }],
  ])('name %s when it is missing or wrong', (variable, environment) => {
    expect(() => readSettings(environment)).toThrow(new RegExp(`cannot start.*\\n\\s+${variable} `))
  })

  it.each([
    ['on a machine of one’s own', {}],
    ['beside a dev server', { INNGEST_DEV: 'http://localhost:8288' }],
    ['beside a server of one’s own', { ...keys, INNGEST_BASE_URL: 'https://inngest.example.com' }],
  ])('switch the fault lab on %s, and only when they say so', (_, environment) => {
    expect(readSettings({ ...environment, FAULT_LAB: '1' }).faultLab).toBe(true)
    expect(readSettings(environment).faultLab).toBe(false)
    expect(readSettings({ ...environment, FAULT_LAB: '0' }).faultLab).toBe(false)
  })

  it('say how the fault lab and Inngest Cloud come apart', () => {
    expect(() => readSettings({ FAULT_LAB: '1', ...keys })).toThrow(/Unset it, or test with INNGEST_DEV/)
  })

  it('tell nobody what they are, when they are wrong', () => {
    const secret = 'geheim'
    const wrong = {
      DATABASE_URL: `mysql://shop:${secret}@localhost/shop`,
      AUTH_SECRET: secret,
      ADMIN_EMAIL: secret,
      ADMIN_PASSWORD: secret,
      INNGEST_BASE_URL: `ftp://${secret}`,
      INNGEST_EVENT_KEY: secret,
    }
    const told = () => readSettings({ NODE_ENV: 'production', ...wrong })
    expect(told).toThrow(/DATABASE_URL/)
    expect(told).not.toThrow(new RegExp(secret))
  })

  it('believe X-Forwarded-For only where a proxy of one’s own, or the platform, writes it', () => {
    expect(readSettings({}).trustedHops).toBe(0)
    expect(readSettings({ VERCEL: '1' }).trustedHops).toBe(1)
    expect(readSettings({ VERCEL: '1', TRUSTED_PROXY_HOPS: '2' }).trustedHops).toBe(2)
    expect(() => readSettings({ TRUSTED_PROXY_HOPS: 'all' })).toThrow(/TRUSTED_PROXY_HOPS/)
  })
})
