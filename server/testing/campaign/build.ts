import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = process.cwd()

/** A text of a source file, and what stands there instead in a mutant. */
export type Change = { file: string; from: string; to: string }

/**
 * Builds the campaign's app, as it is or changed, into one file; answers its path. It lies below node_modules, so that
 * it finds its packages there.
 */
export async function buildApp(name: string, changes: Change[] = []): Promise<string> {
  const outfile = join(root, 'node_modules', '.cache', 'tiny-store-campaign', `${name}.mjs`)
  await build({
    entryPoints: [fileURLToPath(new URL('./app.ts', import.meta.url))],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    sourcemap: 'inline',
    // Next has no map of exports, and Node wants the file's whole name in a module.
    alias: { 'next/server': 'next/server.js' },
    plugins: [mutate(changes)],
    logLevel: 'error',
  })
  return outfile
}

/** A text that is not there exactly once has been written otherwise meanwhile: the mutant would prove nothing. */
export function mutated(source: string, { file, from, to }: Change): string {
  const times = source.split(from).length - 1
  if (times !== 1) {
    throw new Error(`The mutant is stale: ${file} has ${times} times, and should have once:\n${from}`)
  }
  return source.replace(from, () => to)
}

function mutate(changes: Change[]): Plugin {
  return {
    name: 'mutate',
    setup({ onLoad, onEnd }) {
      const seen = new Set<string>()
      onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const file = relative(root, path)
        const own = changes.filter((change) => change.file === file)
        if (own.length === 0) return
        seen.add(file)
        return { contents: own.reduce(mutated, readFileSync(path, 'utf8')), loader: 'ts' }
      })
      onEnd(() => {
        const unseen = changes.find(({ file }) => !seen.has(file))
        if (unseen) throw new Error(`The mutant is stale: the app does not have ${unseen.file}`)
      })
    },
  }
}
