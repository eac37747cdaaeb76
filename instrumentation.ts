/** Runs once per process, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('./server/start')
  await start()
}

/** Pages that fail: Next logs the error itself, but not which request it was. */
export async function onRequestError(error: unknown, { path, method }: { path: string; method: string }) {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { tellFailure } = await import('./server/start')
  tellFailure(error, method, path)
}
