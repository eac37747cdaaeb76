'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/components/trpc-provider'
import { Drawer, DrawerHead } from '@/components/ui/drawer'
import { NewButton } from '../drawer-form'
import { DrawerFactsSpace } from '../drawer-parts'
import { useOpenRow } from '../open-row'
import { ChangeEndpointForm, NewEndpointForm } from './endpoint-form'
import { openForm } from './questions'

/** A secret that is to be shown this once, and whose it is. */
export type Made = { name: string; secret: string }

export function NewEndpoint() {
  const form = useOpenRow('form', openForm)
  return <NewButton open={() => form.show('new')}>New endpoint</NewButton>
}

type EndpointDrawerProps = { id?: string; onMade: (made: Made) => void }

/** The form for a new endpoint, or for the one that is looked at. */
export function EndpointDrawer({ id, onMade }: EndpointDrawerProps) {
  const trpc = useTRPC()
  const router = useRouter()
  const form = useOpenRow('form', openForm)
  const { data: endpoint } = useQuery(
    trpc.webhooks.byId.queryOptions({ id: id ?? '' }, { enabled: id !== undefined && form.open === 'edit' }),
  )
  const close = () => form.show()
  return (
    <Drawer subject={form.open} close={close}>
      {(subject) => (
        <>
          <DrawerHead title={subject === 'new' ? 'New endpoint' : (endpoint?.name ?? 'Endpoint')} />
          {subject === 'new' ? (
            <NewEndpointForm
              onCancel={close}
              onMade={({ id, name, secret }) => {
                router.push(`/admin/webhooks?endpoint=${id}`)
                onMade({ name, secret })
              }}
            />
          ) : endpoint ? (
            <ChangeEndpointForm endpoint={endpoint} onDone={close} />
          ) : (
            <DrawerFactsSpace lines={4} />
          )}
        </>
      )}
    </Drawer>
  )
}
