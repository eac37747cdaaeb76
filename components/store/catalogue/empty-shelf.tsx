import Link from 'next/link'
import { type Shelf, shelfHref } from './shelf-address'

/** Nothing fits: what was asked for, and the way to more. */
export function EmptyShelf({ shelf }: { shelf: Shelf }) {
  const { q, category, inStock } = shelf
  return (
    <div className="max-w-[34em] py-10 text-18 text-ink-2">
      <p className="font-medium text-ink">
        {q
          ? `Nothing here goes by “${q}”${category ? ` in ${category}` : ''}.`
          : 'Nothing stands on this shelf.'}
      </p>
      <p className="mt-1">
        {q && 'Try fewer words, or another one. '}
        {inStock && (
          <>
            What has sold out is left out:{' '}
            <Link href={shelfHref({ ...shelf, inStock: undefined })} className="text-link">
              show it too
            </Link>
            , or{' '}
          </>
        )}
        <Link href="/" className="text-link">
          {inStock ? 'see everything we have' : 'See everything we have'}
        </Link>
        .
      </p>
    </div>
  )
}
