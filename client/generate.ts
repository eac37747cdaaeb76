import openapiTS, { astToString } from 'openapi-typescript'

const head = `// Made from docs/openapi.json by \`npm run client\`. What is written here by hand is lost.

`

/** The document's paths and schemas as types. What has a default may be left out. */
export const typesOf = async (document: object): Promise<string> =>
  head + astToString(await openapiTS(JSON.stringify(document), { defaultNonNullable: false, silent: true }))
