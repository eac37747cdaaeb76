import { revokeKey } from '@/server/access/keys'
import { noContent, operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ keyId: string }>({
  DELETE: [
    'keys:manage',
    operation({ id: 'revokeKey', summary: 'End an API key', answers: { 204: null } }, async ({ params }) => {
      await revokeKey(params.keyId)
      return noContent()
    }),
  ],
})
