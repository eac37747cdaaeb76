'use client'

import { useMutation } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { duration } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { AskFirst } from '../ask-first'
import { reasonOf } from '../list-states'
import { May } from '../may'
import { useOpenRow } from '../open-row'
import type { Made } from './endpoint-drawer'
import { type EndpointDetail, openForm, type TestAnswer } from './questions'
import { useAnew } from './use-webhooks'

type EndpointHeadProps = { endpoint: EndpointDetail; onMade: (made: Made) => void }

/** Which endpoint it is, and what can be done with it. */
export function EndpointHead({ endpoint, onMade }: EndpointHeadProps) {
  return (
    // What is asked first, and what came of a test, stands below all buttons.
    <header className="flex min-h-14 flex-wrap items-center gap-2 px-4 py-2 max-md:px-3.5 [&>fieldset]:order-1 [&>p]:order-1">
      <h2 className="font-semibold text-14 tracking-title">{endpoint.name}</h2>
      <span className="mr-auto min-w-0 font-mono text-12 text-ink-3 wrap-anywhere max-md:basis-full">
        {endpoint.url}
      </span>
      <May do="webhooks:write">
        <Actions endpoint={endpoint} onMade={onMade} />
      </May>
    </header>
  )
}

function Actions({ endpoint: { id, name, status }, onMade }: EndpointHeadProps) {
  const trpc = useTRPC()
  const router = useRouter()
  const anew = useAnew()
  const form = useOpenRow('form', openForm)
  const pause = useMutation(trpc.webhooks.pause.mutationOptions(anew))
  const rotate = useMutation(trpc.webhooks.rotate.mutationOptions(anew))
  const remove = useMutation(trpc.webhooks.remove.mutationOptions(anew))
  const test = useMutation(trpc.webhooks.test.mutationOptions())
  const error = pause.error ?? test.error
  return (
    <>
      {status === 'ON' && (
        <Button
          variant="quiet"
          className="text-st-failed! max-md:h-11"
          pending={pause.isPending}
          onClick={() => pause.mutate({ id })}
        >
          Pause
        </Button>
      )}
      <Button className="max-md:h-11" onClick={() => form.show('edit')}>
        Edit
      </Button>
      <AskFirst
        name="Delete"
        consequences={`${name} is told nothing more, and what it was told is forgotten here. Pausing keeps both.`}
        yes="Delete it"
        danger
        pending={remove.isPending}
        error={remove.error}
        act={() => remove.mutate({ id }, { onSuccess: () => router.replace('/admin/webhooks') })}
      />
      <AskFirst
        name="Rotate the secret"
        consequences="A new secret is made and shown once. The old one stays valid for a day: each delivery carries both signatures."
        yes="Make a new secret"
        pending={rotate.isPending}
        error={rotate.error}
        act={(done) =>
          rotate.mutate(
            { id },
            {
              onSuccess: ({ secret }) => {
                done()
                onMade({ name, secret })
              },
            },
          )
        }
      />
      <Button className="max-md:h-11" pending={test.isPending} onClick={() => test.mutate({ id })}>
        Send a test
      </Button>
      {test.data && !test.isPending && <Tested {...test.data} />}
      {error && (
        <div role="alert" className="order-1 basis-full">
          <FieldError>{reasonOf(error)}</FieldError>
        </div>
      )}
    </>
  )
}

/** How the test went, and how an answer began that said no. */
function Tested({ arrived, code, ms, error, excerpt }: TestAnswer) {
  const Icon = arrived ? Check : X
  return (
    <p role="status" className="flex basis-full items-start gap-1.5 text-ink-2">
      <Icon
        aria-hidden
        className={`mt-0.5 size-3.5 flex-none ${arrived ? 'text-st-shipped' : 'text-st-failed'}`}
        strokeWidth={2}
      />
      <span className="wrap-anywhere">
        {arrived ? `The test arrived: ${code} in ${duration(ms)}` : `The test did not arrive: ${error}`}
        {excerpt && <span className="text-ink-3">, “{excerpt}”</span>}
      </span>
    </p>
  )
}
