'use client'

import { Menu } from '@base-ui/react/menu'
import { Download } from 'lucide-react'
import { button } from '@/components/ui/button'
import { type EventFilters, exportAddress } from './event-questions'

const formats = { ndjson: 'NDJSON, one event a line', csv: 'CSV, for spreadsheets' } as const

/** All events that fit the filters, as a file. */
export function EventExport({ filters }: { filters: EventFilters }) {
  return (
    <Menu.Root>
      <Menu.Trigger className={button({ className: 'max-md:h-11' })}>
        <Download aria-hidden className="size-3.5" strokeWidth={1.8} />
        Export
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-30">
          <Menu.Popup className="min-w-56 rounded-3 border border-line bg-raised p-1 text-13 shadow-3 outline-none">
            {Object.entries(formats).map(([format, name]) => (
              <Menu.Item
                key={format}
                render={<a href={exportAddress(format as keyof typeof formats, filters)} download />}
                className="flex h-8 items-center rounded-2 px-2 data-highlighted:bg-hover max-md:h-11"
              >
                {name}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
