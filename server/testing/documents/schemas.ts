import type { CreateDocumentOptions } from 'zod-openapi'

type Override = NonNullable<CreateDocumentOptions['override']>

/** Values as they stand in JSON, and nothing said twice. */
export const asJson: Override = ({ jsonSchema, zodSchema, io }) => {
  if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
  // What zod checks a format by is for machines; the format has a name.
  if (jsonSchema.format) delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  // A release may add to what is answered: clients are not to refuse it. That we do not by oversight is held by tests.
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
  if ('personal' in jsonSchema) {
    jsonSchema['x-personal'] = jsonSchema.personal
    delete jsonSchema.personal
  }
}
