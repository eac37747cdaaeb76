'use client'

import { ImageOff } from 'lucide-react'
import { shopPictures } from './shop-pictures'
import { Thumbnail } from './thumbnail'

/** The shop's own drawings to choose from, or none; one that is not among them, set by a program, can be kept. */
export function ProductPictures({ picture }: { picture?: string }) {
  const foreign = picture && !shopPictures.includes(picture) ? [picture] : []
  const pictures = ['', ...foreign, ...shopPictures]
  return (
    <fieldset>
      <legend className="mb-1.5 text-12 text-ink-2">Picture</legend>
      <div className="grid grid-cols-[repeat(auto-fill,48px)] gap-2">
        {pictures.map((path) => (
          <label
            key={path}
            title={nameOf(path)}
            className="relative grid size-12 cursor-pointer place-items-center rounded-2 border border-line hover:border-line-strong has-checked:border-accent has-checked:ring-2 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-4"
          >
            <input
              type="radio"
              name="picture"
              value={path}
              defaultChecked={path === (picture ?? '')}
              aria-label={nameOf(path)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-2 outline-none"
            />
            {path ? (
              <Thumbnail picture={path} className="pointer-events-none size-10" />
            ) : (
              <ImageOff aria-hidden className="size-4 text-ink-3" strokeWidth={1.6} />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** /products/low-mug.svg is the Low mug. */
function nameOf(path: string): string {
  if (!path) return 'No picture'
  const words = (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '').replaceAll('-', ' ')
  return `${words[0]?.toUpperCase()}${words.slice(1)}`
}
