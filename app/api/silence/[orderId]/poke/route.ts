import { operation, route } from '@/server/http'
import { Poked, pokeOrder } from '@/server/silence'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ orderId: string }>({
  POST: [
    'dead-letters:write',
    operation(
      {
        id: 'pokeOrder',
        summary: 'Poke again what is due of an order',
        description: 'What is not due is left alone, and the answer says what holds it.',
        answers: { 200: Poked },
      },
      ({ params }) => pokeOrder(params.orderId),
    ),
  ],
})
