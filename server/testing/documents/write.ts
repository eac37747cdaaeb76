import { writeFile } from 'node:fs/promises'
import { generated } from './generated'

/* `npm run client`: writes the API's documents, and the client's types, as the routes and the events are now. */

for (const [path, content] of Object.entries(await generated())) await writeFile(path, content)
