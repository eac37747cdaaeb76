'use client'

import { Terminal } from 'lucide-react'
import type { Outputs } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { ShownOnce } from '@/components/ui/shown-once'
import { Tag } from '@/components/ui/tag'
import { CopyButton } from '../event-copy'
import { reasonOf } from '../list-states'
import { curlWith } from './key-words'
import { useRevoke } from './revoke-key'

type MadeKeyProps = { made: Outputs['keys']['create']; close: () => void }

/** The key that was just made, how it is sent, and a way to take it back. */
export function MadeKey({ made: { keyId, name, key, scopes }, close }: MadeKeyProps) {
  const revoke = useRevoke()
  const curl = curlWith(key, scopes)
  return (
    <ShownOnce
      title={`Copy the key for ${name} now`}
      said="This is the only time we can show it. When you close this, all that is left here is its SHA-256."
      secret={key}
      close={close}
      aside={
        <Button
          variant="quiet"
          className="-ml-3 text-st-failed! max-md:h-11"
          pending={revoke.isPending}
          onClick={() => revoke.mutate({ keyId }, { onSuccess: close })}
        >
          Revoke it
        </Button>
      }
    >
      <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 gap-y-1.5 [&_dt]:text-ink-3">
        <dt>May</dt>
        <dd className="flex flex-wrap gap-1">
          {scopes.map((scope) => (
            <Tag key={scope}>{scope}</Tag>
          ))}
        </dd>
        <dt>Send it as</dt>
        <dd className="font-mono text-12 leading-5">Authorization: Bearer tsk_…</dd>
        <dt>Try it</dt>
        <dd className="flex items-start gap-1">
          <code className="min-w-0 flex-1 font-mono text-12 leading-5 wrap-anywhere">
            {curl.replace(key, 'tsk_…')}
          </code>
          <CopyButton label="Copy the call with the key" Icon={Terminal} text={() => curl} />
        </dd>
        <dt>Ends</dt>
        <dd>when you revoke it</dd>
      </dl>
      {revoke.error && (
        <div role="alert">
          <FieldError>{reasonOf(revoke.error)}</FieldError>
        </div>
      )}
    </ShownOnce>
  )
}
