'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  Box,
  CornerDownLeft,
  List,
  type LucideIcon,
  Moon,
  Search,
  Store,
  Sun,
  SunMoon,
  UserRound,
} from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { count, money, shortId } from '@/components/format'
import { type Outputs, useTRPC } from '@/components/trpc-provider'
import { StatusBadge } from '@/components/ui/status-badge'
import { ModuleName } from './modules'
import { Moment } from './moment'
import { type InDesk, usePlaces } from './places'

type Command = {
  value: string
  label: string
  Icon?: LucideIcon
  shown?: ReactNode
  aside?: ReactNode
  act: () => void
}
type Group = { value: string; items: Command[] }

/** What the text could mean, grouped; the first is chosen, enter goes there. */
export function CommandList({ desk, close }: { desk: Pick<InDesk, 'faultLab'>; close: () => void }) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const trpc = useTRPC()
  const { data: found, isFetching } = useQuery(
    trpc.jump.queryOptions({ text: asked }, { enabled: asked.length > 1, placeholderData: keepPreviousData }),
  )
  const always = useAlways(desk)
  const go = useGo()
  const groups = [
    ...(found && asked.length > 1 ? foundGroups(found, go) : []),
    ...narrowed(always, text.trim()),
  ]

  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={groups}
      value={text}
      onValueChange={setText}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex h-13 flex-none items-center gap-3 border-line border-b px-4 text-16">
        <Search aria-hidden className="size-5 flex-none text-ink-3" strokeWidth={1.6} />
        <Autocomplete.Input
          aria-label="Jump to an order, event, SKU or place"
          placeholder="Order, e-mail, SKU, event id…"
          className="h-full min-w-0 flex-1 bg-transparent outline-none"
        />
        <Key>esc</Key>
      </div>
      <Autocomplete.Empty className="empty:hidden">
        <p className="px-4 py-6 text-ink-2">
          Nothing fits “{asked}”. Try a part of an order’s id, an e-mail address, a name or a SKU.
        </p>
      </Autocomplete.Empty>
      <Autocomplete.List
        tabIndex={0}
        aria-busy={isFetching}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2 -outline-offset-2"
      >
        {(group: Group) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="px-4 pt-3 pb-1 font-medium text-12 text-ink-3">
              {group.value}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => (
                <CommandRow
                  key={command.value}
                  command={command}
                  run={() => {
                    close()
                    command.act()
                  }}
                />
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <footer className="flex flex-none flex-wrap gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-12 text-ink-3 max-md:hidden">
        <span>
          <Key>↑</Key> <Key>↓</Key> choose
        </span>
        <span>
          <Key>↵</Key> open
        </span>
        <span>
          In lists <Key>j</Key> <Key>k</Key> go down and up, <Key>/</Key> filters
        </span>
      </footer>
    </Autocomplete.Root>
  )
}

function CommandRow({ command, run }: { command: Command; run: () => void }) {
  const { Icon, label, shown, aside } = command
  return (
    <Autocomplete.Item
      value={command}
      onClick={run}
      className="group mx-1 flex h-10 cursor-pointer items-center gap-3 rounded-2 px-3 data-highlighted:bg-accent-soft max-md:h-12"
    >
      {Icon && <Icon aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.6} />}
      <span className="flex min-w-0 items-center gap-3 truncate">{shown ?? label}</span>
      <span className="ml-auto flex flex-none items-center gap-2 text-ink-3 tabular-nums">
        {aside}
        <CornerDownLeft aria-hidden className="invisible size-3 group-data-highlighted:visible" />
      </span>
    </Autocomplete.Item>
  )
}

const Key = ({ children }: { children: string }) => (
  <kbd className="rounded-1 border border-line bg-ground px-1 font-sans text-11 text-ink-3">{children}</kbd>
)

function useGo() {
  const router = useRouter()
  return (href: string) => () => router.push(href as Route)
}

/** What can be chosen whatever is found. */
function useAlways(desk: Pick<InDesk, 'faultLab'>): Group[] {
  const go = useGo()
  const { setTheme } = useTheme()
  const places = usePlaces(desk)
  return [
    {
      value: 'Go to',
      items: [
        ...places.map(({ href, name, Icon }) => ({ value: href, label: name, Icon, act: go(href) })),
        { value: '/admin/account', label: 'Your account', Icon: UserRound, act: go('/admin/account') },
        { value: '/', label: 'The shop', Icon: Store, act: go('/') },
      ],
    },
    {
      value: 'Appearance',
      items: [
        { value: 'light', label: 'Light', Icon: Sun, act: () => setTheme('light') },
        { value: 'dark', label: 'Dark', Icon: Moon, act: () => setTheme('dark') },
        { value: 'system', label: 'Like the system', Icon: SunMoon, act: () => setTheme('system') },
      ],
    },
  ]
}

function narrowed(groups: Group[], text: string): Group[] {
  const sought = text.toLowerCase()
  return groups
    .map(({ value, items }) => ({
      value,
      items: items.filter(({ label }) => `${value} ${label}`.toLowerCase().includes(sought)),
    }))
    .filter(({ items }) => items.length > 0)
}

function foundGroups({ orders, products, events }: Outputs['jump'], go: ReturnType<typeof useGo>): Group[] {
  const groups: Group[] = [
    {
      value: 'Orders',
      items: orders.map(({ orderId, status, shippingAddress, totalAmount, currency }) => ({
        value: orderId,
        label: `Order ${orderId}`,
        Icon: List,
        shown: (
          <>
            <span className="font-mono text-12">{shortId(orderId)}</span>
            <StatusBadge status={status} />
            <span className="truncate text-ink-2 max-md:hidden">{shippingAddress.name}</span>
          </>
        ),
        aside: money(totalAmount, currency),
        act: go(`/admin/orders/${orderId}`),
      })),
    },
    {
      value: 'Events',
      items: events.map(({ eventId, eventType, module, occurredAt }) => ({
        value: eventId,
        label: `${eventType} ${eventId}`,
        shown: (
          <>
            <ModuleName module={module} />
            <span className="truncate">{eventType}</span>
          </>
        ),
        aside: <Moment at={occurredAt} precise />,
        act: go(`/admin/events?event=${eventId}`),
      })),
    },
    {
      value: 'Products',
      items: products.map(({ sku, name, availableStock }) => ({
        value: sku,
        label: `${name} ${sku}`,
        Icon: Box,
        shown: (
          <>
            <span className="truncate">{name}</span>
            <span className="font-mono text-12 text-ink-3">{sku}</span>
          </>
        ),
        aside: count(availableStock, 'free', 'free'),
        act: go(`/admin/inventory?product=${encodeURIComponent(sku)}`),
      })),
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}
