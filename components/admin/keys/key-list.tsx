'use client'

import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { type Outputs, useTRPC } from '@/components/trpc-provider'
import { besideDrawer } from '@/components/ui/drawer'
import { DataTable } from '../data-table'
import type { ApiKey } from '../desk-types'
import { Empty, Failed, StaleLine } from '../list-states'
import { May } from '../may'
import { useOpenRow } from '../open-row'
import { Panel } from '../panel'
import { keyColumns } from './key-columns'
import { openKey } from './key-words'
import { MadeKey } from './made-key'
import { NewKeyDrawer } from './new-key'
import { RevokeKey } from './revoke-key'

/** What programs come in with: the newest first, those revoked too. */
export function KeyList() {
  const trpc = useTRPC()
  const row = useOpenRow('key', openKey)
  const [made, setMade] = useState<Outputs['keys']['create']>()
  const keys = useQuery(trpc.keys.list.queryOptions(undefined, { refetchInterval: 10_000 }))
  return (
    <div className={row.open && besideDrawer}>
      {keys.error && keys.data && <StaleLine />}
      <Panel>
        {keys.error && !keys.data ? (
          <Failed title="The keys did not arrive" query={keys} />
        ) : (
          <Keys keys={keys.data} fresh={made?.keyId} isNarrow={Boolean(row.open)} />
        )}
      </Panel>
      <p className="mt-3 text-12 text-ink-3">
        We keep a SHA-256 of each key, never the key.
        <May do="audit:read">
          {' '}
          Everything a key changes is in the{' '}
          <Link href="/admin/audit" className="text-link">
            audit trail
          </Link>{' '}
          under its name.
        </May>
      </p>
      <NewKeyDrawer
        row={row}
        onMade={(key) => {
          row.show()
          setMade(key)
        }}
      />
      {made && <MadeKey made={made} close={() => setMade(undefined)} />}
    </div>
  )
}

type KeysProps = { keys?: ApiKey[]; fresh?: string; isNarrow: boolean }

function Keys({ keys, fresh, isNarrow }: KeysProps) {
  const [revoking, setRevoking] = useState<string>()
  if (keys?.length === 0) {
    return (
      <Empty Icon={KeyRound} title="No key yet">
        <p>Make one for each program that calls the API, with no more scopes than it needs.</p>
      </Empty>
    )
  }
  return (
    <DataTable
      label="API keys"
      columns={keyColumns(({ keyId }) => setRevoking(keyId), isNarrow)}
      rows={keys}
      rowKey={({ keyId }) => keyId}
      marked={({ keyId }) => keyId === fresh}
      card={{ areas: '"n s" "m m" "u d"', columns: 'minmax(0,1fr) auto' }}
      detail={(key) =>
        key.keyId === revoking &&
        !key.revokedAt && <RevokeKey apiKey={key} close={() => setRevoking(undefined)} />
      }
      skeletonRows={4}
    />
  )
}

/** Beside the title. */
export function KeyCount() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.keys.list.queryOptions())
  const valid = data?.filter(({ revokedAt }) => !revokedAt).length ?? 0
  return valid > 0 && `${valid} in use`
}
