import { revokeKey } from '@/server/access/keys'
import { route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ keyId: string }>({
  DELETE: [
    'keys:manage',
    async (_, { keyId }) => {
      await revokeKey(keyId)
      return new Response(null, { status: 204 })
    },
  ],
})
