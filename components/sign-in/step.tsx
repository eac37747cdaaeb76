'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

type StepProps = {
  title: string
  lead: string
  action: string
  faults: Record<string, string>
  /** What happens with what was typed. */
  send: (typed: Record<string, string>) => Promise<void>
  children: ReactNode
  foot?: ReactNode
}

/** One step of signing in: a form whose faults are heard, seen beside their fields, and gone to. */
export function Step({ title, lead, action, faults, send, children, foot }: StepProps) {
  const form = useRef<HTMLFormElement>(null)
  const [pending, setPending] = useState(false)

  useEffect(() => {
    const [first] = Object.keys(faults)
    if (first) form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
  }, [faults])

  async function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    setPending(true)
    await send(Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>)
    setPending(false)
  }

  return (
    <form
      ref={form}
      noValidate
      method="post"
      onSubmit={submit}
      aria-labelledby="step"
      className="mx-auto w-full max-w-[480px]"
    >
      <h1 id="step" className="font-medium text-24 tracking-display md:text-32">
        {title}
      </h1>
      <p className="mt-2 mb-8 text-ink-2">{lead}</p>
      <div className="grid gap-5">
        {children}
        <Button type="submit" variant="primary" size="shop" pending={pending} className="w-full">
          {action}
        </Button>
      </div>
      <p role="alert" className="sr-only">
        {Object.values(faults).join(' ')}
      </p>
      {foot && <div className="mt-4 text-14 text-ink-3">{foot}</div>}
    </form>
  )
}
