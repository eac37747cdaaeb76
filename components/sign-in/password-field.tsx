'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { TextField } from '@/components/ui/field'

/** A password, which may be looked at. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type' | 'size'>) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className="relative">
      <TextField {...props} size="shop" type={shown ? 'text' : 'password'} className="pr-12" />
      <button
        type="button"
        aria-label="Show the password"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-7 right-0.5 grid size-11 place-items-center rounded-2 text-ink-2 hover:text-ink"
      >
        <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      </button>
    </div>
  )
}
