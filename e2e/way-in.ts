import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const port = Number(process.env.E2E_PORT ?? 3300)
export const dataFolder = join(tmpdir(), `tiny-store-e2e-${port}`)

/** Whom the shop is told to make its first admin. */
export const admin = { email: 'admin@tiny-store.example', password: 'the password of the tests' }

/** The admin's cookies, for browsers that look at the desk. */
export const deskState = `${dataFolder}-desk.json`
/** A key with all scopes, for programs. */
export const keyFile = `${dataFolder}-key`

/** The headers of a program that may do anything. */
export const withKey = () => ({ authorization: `Bearer ${readFileSync(keyFile, 'utf8')}` })

/** A cookie counts only from a page of the shop's own, which a browser says by itself. */
export const fromOurPage = { origin: `http://localhost:${port}` }
