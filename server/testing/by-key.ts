import { inContext } from '@/server/access/context'
import { permissions } from '@/server/access/permissions'
import { newId } from '@/server/kernel/id'

/** Does what a program may whose key has all scopes, in this process and by no request. */
export const byKey = <T>(work: () => Promise<T>): Promise<T> =>
  inContext(
    {
      caller: { kind: 'key', id: newId(), name: 'test', scopes: permissions },
      requestId: 'test',
      address: '127.0.0.1',
    },
    work,
  )
