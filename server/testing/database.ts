import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** Creates an empty database on the server, and answers its URL. */
export async function createTestDatabase(serverUrl: string): Promise<string> {
  const name = `tiny_store_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
