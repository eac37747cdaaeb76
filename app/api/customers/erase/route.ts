import { nameOf } from '@/server/access/caller'
import { currentCaller } from '@/server/access/context'
import { readBody, route } from '@/server/http'
import { EraseCustomer, eraseCustomer } from '@/server/modules/orders'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: [
    'customers:erase',
    async (request) => {
      const who = await readBody(request, EraseCustomer)
      return Response.json(await eraseCustomer(who, nameOf(currentCaller())))
    },
  ],
})
