import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Route = z.object({ page: z.string(), regex: z.string() })
const Manifest = z.object({ staticRoutes: z.array(Route), dynamicRoutes: z.array(Route) })

/** Neither a page nor a route: whatever else is asked for is one value, for anybody can ask for anything. */
const OTHER = 'other'
const ASSETS = '/_next/'

/**
 * By which template a path is answered, as Next's build has listed them. Without a build, as in development, all are one.
 */
export function readTemplates(folder = process.cwd()): (path: string) => string {
  const { staticRoutes, dynamicRoutes } = readManifest(join(folder, '.next', 'routes-manifest.json'))
  const fixed = new Set(staticRoutes.map(({ page }) => page))
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }))
  return (path) => {
    if (path.startsWith(ASSETS)) return ASSETS
    const clean = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
    if (fixed.has(clean)) return clean
    return patterns.find(({ regex }) => regex.test(clean))?.page ?? OTHER
  }
}

function readManifest(file: string): z.infer<typeof Manifest> {
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] }
  }
}
