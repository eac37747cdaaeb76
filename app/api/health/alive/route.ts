import { route } from '@/server/http'

/** For who restarts processes: this one answers. Whether it can work is asked at /api/health, for who sends it requests. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: ['anyone', async () => Response.json({ status: 'alive' })],
})
