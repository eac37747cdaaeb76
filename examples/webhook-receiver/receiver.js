import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'

/*
 * A program that is told by Tiny Store's webhooks: it believes only what is signed, does each thing once, and answers
 * before it works. See README.md.
 */

const { WEBHOOK_SECRET, PORT = '4000' } = process.env
if (!WEBHOOK_SECRET) {
  console.error('Set WEBHOOK_SECRET to the secret that was shown when the endpoint was made: whsec_…')
  process.exit(1)
}

const webhook = new Webhook(WEBHOOK_SECRET)

/** Much longer than any event is. */
const MAX_BYTES = 256 * 1024

/** What was done already. A real receiver keeps this with its effects, in one transaction of its database. */
const done = new Set()

const server = createServer(async (request, response) => {
  const body = await read(request)
  if (body === undefined) return response.writeHead(413, { connection: 'close' }).end()

  let event
  try {
    // Over the bytes as they came: JSON that was parsed and written again has another signature. It also refuses what is
    // older than five minutes, so that nobody can send again what he overheard.
    event = webhook.verify(body, request.headers)
  } catch (error) {
    return response.writeHead(401).end(error.message)
  }

  // Told at least once means: sometimes twice. The id is the same then.
  const id = request.headers['webhook-id']
  if (!done.has(id)) {
    done.add(id)
    handle(event)
  }
  // Any 2xx says that it has arrived. Whatever takes longer than a moment is done after it: an answer is waited for 10 s.
  response.writeHead(204).end()
})

function handle({ type, timestamp, data }) {
  console.log(timestamp, type, data.lane ?? '', data.sequence ?? '')
}

async function read(request) {
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

server.listen(Number(PORT), () => console.log(`Listening on http://localhost:${server.address().port}`))
