'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { type Outputs, useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { ShownOnce } from '@/components/ui/shown-once'
import { Panel } from '../panel'
import { ConfirmCode } from './confirm-code'
import { PasswordAsked } from './password-asked'

type SetUp = Outputs['account']['setUpSecondFactor']

/** A code from an app beside the password: set up, confirmed with a first code, turned off with the password. */
export function SecondFactor({ isOn }: { isOn: boolean }) {
  const [isAsking, setAsking] = useState(false)
  const [begun, setBegun] = useState<SetUp>()
  const [codes, setCodes] = useState<string[]>()
  return (
    <Panel title="Second factor">
      <div className="grid justify-items-start gap-3 px-4 py-3 max-md:px-3.5">
        {begun ? (
          <ConfirmCode
            totpURI={begun.totpURI}
            onConfirmed={() => {
              setCodes(begun.backupCodes)
              setBegun(undefined)
            }}
            onCancel={() => setBegun(undefined)}
          />
        ) : (
          <>
            <State isOn={isOn} />
            {!isAsking && (
              <Button
                variant={isOn ? 'danger' : 'default'}
                onClick={() => setAsking(true)}
                className="max-md:h-11"
              >
                {isOn ? 'Turn it off…' : 'Set it up…'}
              </Button>
            )}
            {isAsking &&
              (isOn ? (
                <TurnOff close={() => setAsking(false)} />
              ) : (
                <Begin
                  onBegun={(answer) => {
                    setAsking(false)
                    setBegun(answer)
                  }}
                  close={() => setAsking(false)}
                />
              ))}
          </>
        )}
      </div>
      {codes && (
        <ShownOnce
          title="Keep these backup codes"
          said="For the day your telephone is lost: each lets you in once, in place of the code. We cannot show them again."
          secret={codes.join('\n')}
          close={() => setCodes(undefined)}
        />
      )}
    </Panel>
  )
}

function State({ isOn }: { isOn: boolean }) {
  const Icon = isOn ? ShieldCheck : TriangleAlert
  return (
    <p role="status" className={`flex items-start gap-2 ${isOn ? '' : 'text-st-cancelled'}`}>
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 flex-none ${isOn ? 'text-st-shipped' : ''}`}
        strokeWidth={1.6}
      />
      {isOn
        ? 'On: signing in takes a code from your app as well.'
        : 'Not yet: whoever learns your password is in.'}
    </p>
  )
}

function Begin({ onBegun, close }: { onBegun: (answer: SetUp) => void; close: () => void }) {
  const trpc = useTRPC()
  const setUp = useMutation(trpc.account.setUpSecondFactor.mutationOptions({ onSuccess: onBegun }))
  return <PasswordAsked action="Go on" mutation={setUp} close={close} />
}

function TurnOff({ close }: { close: () => void }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const turnOff = useMutation(
    trpc.account.turnOffSecondFactor.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.account.pathKey() })
        close()
      },
    }),
  )
  return <PasswordAsked action="Turn it off" danger mutation={turnOff} close={close} />
}
