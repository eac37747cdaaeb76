import { hourOf, type ReadModel } from './projector'

export const ordersPerHour = {
  says: 'How many orders were placed',
  grain: 'hour',
  on: {
    OrderPlaced: ({ occurredAt }) => ({ add: [{ at: hourOf(occurredAt), of: 'orders', by: 1 }] }),
  },
  answer: (rows) => rows.map(({ at, value }) => ({ at, orders: value })),
} satisfies ReadModel
