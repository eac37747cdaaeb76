import { Client } from 'pg'

export async function dropDatabase(server: string, url: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
  await client.end()
}
