import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { SignIn } from '@/components/sign-in/sign-in'
import { Logo } from '@/components/ui/logo'
import { visit } from '@/server/access/visitor'
import { wayBack } from '@/server/access/way-back'

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default async function SignInPage({ searchParams }: Props) {
  const next = wayBack((await searchParams).next)
  const { caller } = await visit()
  const known = caller.kind === 'staff'
  if (known && !caller.passwordIsOneTime) redirect(next as Route)
  return (
    <main className="grid min-h-[calc(100dvh-var(--banner))] text-16 lg:grid-cols-[minmax(0,560px)_1fr]">
      <div className="flex flex-col gap-6 px-4 pt-5 pb-8 md:p-10">
        <Link href="/" className="mb-auto w-fit">
          <Logo className="h-6.5" />
        </Link>
        <SignIn next={next} first={known ? 'new password' : 'password'} />
        <p className="mt-auto text-14">
          <Link href="/" className="text-accent-text underline decoration-1 underline-offset-4">
            Go to the shop
          </Link>
        </p>
      </div>
      <figure className="hidden overflow-hidden lg:block">
        {/* biome-ignore lint/performance/noImgElement: a drawing of three kilobytes */}
        <img
          src="/products/arc-vase.svg"
          alt=""
          width={900}
          height={900}
          className="h-dvh w-full object-cover"
        />
      </figure>
    </main>
  )
}
