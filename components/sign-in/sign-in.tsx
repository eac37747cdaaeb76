'use client'

import { useState } from 'react'
import { TextField } from '@/components/ui/field'
import { ask, faultsIn } from './ask'
import { PasswordField } from './password-field'
import { Step } from './step'

type StepName = 'password' | 'code' | 'new password'
type Faults = Record<string, string>
type SignInProps = {
  /** Where it leads to, a path of ours. */
  next: string
  /** Whoever came in by a password that lets in once has only to choose another. */
  first: StepName
}

/** The way in: the password, the second factor of those who have one, and a password of one's own. */
export function SignIn({ next, first }: SignInProps) {
  const [step, setStep] = useState(first)
  const [faults, setFaults] = useState<Faults>({})
  const [used, setUsed] = useState('')

  function goTo(another: StepName, saying: Faults = {}) {
    setStep(another)
    setFaults(saying)
  }

  async function finish() {
    const me: { passwordIsOneTime?: boolean } = await fetch('/api/session').then((answer) => answer.json())
    if (me.passwordIsOneTime) goTo('new password')
    // As a new document: nothing that was kept for somebody else is shown to whoever comes in.
    else location.assign(next)
  }

  async function givePassword({ email, password }: Faults) {
    const asked = await ask<{ secondFactor: boolean }>('/api/session', { email, password }, 'password')
    if ('faults' in asked) return setFaults(asked.faults)
    setUsed(password ?? '')
    if (asked.answer.secondFactor) goTo('code')
    else await finish()
  }

  async function giveCode({ code }: Faults) {
    const asked = await ask('/api/session/second-factor', { code }, 'code')
    if (!('faults' in asked)) return finish()
    if (asked.kind === 'sign-in-expired') goTo('password', { password: asked.faults.code ?? '' })
    else setFaults(asked.faults)
  }

  async function choosePassword({ currentPassword = used, newPassword = '' }: Faults) {
    // Few need it: what screens ask through is fetched for those who do.
    const { trpcClient } = await import('../trpc-client')
    try {
      await trpcClient.account.changePassword.mutate({ currentPassword, newPassword })
      location.assign(next)
    } catch (error) {
      const problem = (error as { data?: { problem?: Parameters<typeof faultsIn>[0] } }).data?.problem
      const away = { newPassword: 'The server did not answer. Try again.' }
      setFaults(problem ? faultsIn(problem, 'newPassword').faults : away)
    }
  }

  if (step === 'code')
    return (
      <Step
        key={step}
        title="Your second factor"
        lead="The six digits that your authenticator app shows now, or one of your backup codes."
        action="Confirm"
        faults={faults}
        send={giveCode}
      >
        <TextField
          label="Code"
          name="code"
          size="shop"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={faults.code}
        />
      </Step>
    )
  if (step === 'new password')
    return (
      <Step
        key={step}
        title="Choose a password of your own"
        lead="The one that you were given lets you in this once."
        action="Save and go on"
        faults={faults}
        send={choosePassword}
      >
        {(!used || faults.currentPassword) && (
          <PasswordField
            label="Password you were given"
            name="currentPassword"
            autoComplete="current-password"
            error={faults.currentPassword}
          />
        )}
        <PasswordField
          label="New password"
          name="newPassword"
          autoComplete="new-password"
          hint="At least 12 characters. A few words that only you would put together are good."
          autoFocus
          error={faults.newPassword}
        />
      </Step>
    )
  return (
    <Step
      key={step}
      title="Sign in to the desk"
      lead="For the people who run the shop. Customers need no account."
      action="Sign in"
      faults={faults}
      send={givePassword}
      foot="After too many wrong tries we ask you to wait a little."
    >
      <TextField
        label="Email"
        name="email"
        type="email"
        size="shop"
        autoComplete="username"
        error={faults.email}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        error={faults.password}
      />
    </Step>
  )
}
