import { ContractMap, getContractMap } from '@/server/contract-map'
import { operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'events:read',
    operation(
      {
        id: 'getContract',
        summary: 'Every event: who says it, who reacts, its schema, and what the log has of it',
        answers: { 200: ContractMap },
      },
      getContractMap,
    ),
  ],
})
