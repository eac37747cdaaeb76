import { z } from 'zod'
import { operation, route } from '@/server/http'

/** For who restarts processes: this one answers. Whether it can work is asked at /api/health, for who sends it requests. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'anyone',
    operation(
      {
        id: 'getAlive',
        summary: 'Whether the process answers',
        description: 'For who restarts processes. It says nothing about whether the shop can work.',
        answers: { 200: z.object({ status: z.literal('alive') }) },
      },
      async () => ({ status: 'alive' as const }),
    ),
  ],
})
