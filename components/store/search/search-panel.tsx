'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, CircleAlert, Search, X } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useRef, useState } from 'react'
import { count, inWords } from '@/components/format'
import { asking, useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { Modal } from '@/components/ui/modal'
import { Skeleton } from '@/components/ui/skeleton'
import { search } from '../catalogue/shelf'
import { shelfHref } from '../catalogue/shelf-address'
import { closeOverlay } from '../overlay'
import { rememberSearch, useLately } from './lately'
import { SearchHit } from './search-hit'
import { Hints, Lately } from './search-tail'

/** As many as can be seen at once; the shelf shows all. */
const SHOWN = 5

export const SearchPanel = asking(SearchTheShop)

function SearchTheShop() {
  const [q, setQ] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const router = useRouter()
  const lately = useLately()
  const catalogue = useQuery(useTRPC().catalogue.list.queryOptions())
  const asked = q.trim()
  const found = search(catalogue.data ?? [], asked)
  const hits = found.slice(0, SHOWN)
  const chosen = hits[active]

  function ask(words: string) {
    setQ(words)
    setActive(0)
    input.current?.focus()
  }

  function leave() {
    rememberSearch(asked)
    closeOverlay()
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && hits.length > 0) {
      event.preventDefault()
      setActive((active + step + hits.length) % hits.length)
    }
    if (event.key === 'Escape') {
      // A search field would only be emptied by it.
      event.preventDefault()
      closeOverlay()
    }
    if (event.key === 'Enter' && (chosen || asked)) {
      event.preventDefault()
      router.push(chosen ? `/products/${encodeURIComponent(chosen.sku)}` : shelfHref({ q: asked }))
      leave()
    }
  }

  return (
    <Modal
      label="Search the shop"
      onClose={closeOverlay}
      className="m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto bg-ground text-16 text-ink md:top-2 md:right-[max(16px,calc(50%-568px))] md:left-auto md:h-fit md:max-h-[calc(100dvh-16px)] md:w-[480px] md:rounded-4 md:bg-raised md:shadow-4"
    >
      <search className="flex h-14 items-center gap-1 border-line border-b bg-surface px-1 text-ink-3 md:gap-3 md:bg-transparent md:pr-1.5 md:pl-4">
        <button
          type="button"
          aria-label="Close the search"
          onClick={closeOverlay}
          className={`${square} md:hidden`}
        >
          <ArrowLeft aria-hidden className="size-5" strokeWidth={1.5} />
        </button>
        <Search aria-hidden className="size-5 shrink-0 max-md:hidden" strokeWidth={1.5} />
        <input
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: opened to be written into
          autoFocus
          type="search"
          role="combobox"
          aria-label="Search the shop"
          aria-expanded={hits.length > 0}
          aria-controls="search-hits"
          aria-activedescendant={chosen && optionId(active)}
          autoComplete="off"
          enterKeyHint="go"
          maxLength={60}
          value={q}
          onChange={({ target }) => ask(target.value)}
          onKeyDown={onKeyDown}
          className="h-11 min-w-0 flex-1 bg-transparent text-ink caret-accent outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <button
          type="button"
          aria-label={q ? 'Clear' : 'Close'}
          onClick={() => (q ? ask('') : closeOverlay())}
          className={square}
        >
          <X aria-hidden className="size-5" strokeWidth={1.5} />
        </button>
      </search>
      <p role="status" className="px-4 pt-3 pb-1 text-14 text-ink-3">
        {catalogue.isPending
          ? 'Looking…'
          : catalogue.isError
            ? ''
            : asked
              ? foundWords(found.length)
              : 'New on the shelf'}
      </p>
      {catalogue.isError && <NotReached again={() => catalogue.refetch()} busy={catalogue.isFetching} />}
      <div id="search-hits" role="listbox" aria-label="Things">
        {catalogue.isPending
          ? ['a', 'b', 'c'].map((key) => (
              <div key={key} className="mx-2 flex min-h-18 items-center gap-4 p-2">
                <Skeleton className="size-14 rounded-3" />
                <Skeleton className="h-5 w-40" />
              </div>
            ))
          : hits.map((product, index) => (
              <SearchHit
                key={product.sku}
                id={optionId(index)}
                {...{ product, q: asked }}
                active={index === active}
                onPoint={() => setActive(index)}
                onOpen={leave}
              />
            ))}
      </div>
      {asked && found.length > SHOWN && (
        <Link
          href={shelfHref({ q: asked })}
          onClick={leave}
          className="mx-4 inline-flex h-11 items-center text-15 text-link"
        >
          Show all {count(found.length, 'thing')} on the shelf
        </Link>
      )}
      {asked && catalogue.data && found.length === 0 && (
        <p className="px-4 pb-2 text-15 text-ink-2">
          Try fewer words, or another one: a thing, what it is of, or where it stands.
        </p>
      )}
      {lately.length > 0 && <Lately searches={lately} onAsk={ask} />}
      <Hints />
    </Modal>
  )
}

const square = 'grid size-11 shrink-0 place-items-center rounded-3 text-ink hover:bg-hover'

const optionId = (index: number) => `search-hit-${index}`

function foundWords(amount: number): string {
  const words = inWords(amount)
  return amount === 0
    ? 'Nothing goes by that'
    : `${words.charAt(0).toUpperCase()}${words.slice(1)} ${amount === 1 ? 'thing' : 'things'}`
}

function NotReached({ again, busy }: { again: () => void; busy: boolean }) {
  return (
    <div role="alert" className="mx-4 my-2 flex items-center gap-3 text-15 text-st-failed">
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <span className="flex-1">We could not look through the shop just now.</span>
      <Button size="mid" onClick={again} pending={busy}>
        Try again
      </Button>
    </div>
  )
}
