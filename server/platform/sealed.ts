import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Locks a text with a key of 256 bits (AES-256-GCM): who has only what is stored reads nothing, and changes nothing unseen. */
export function seal(text: string, key: Uint8Array): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Throws when it was locked with another key, or changed. */
export function unseal(stored: string, key: Uint8Array): string {
  const bytes = Buffer.from(stored, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  cipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
}
