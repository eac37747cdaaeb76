import { fork } from 'node:child_process'

/*
 * Each measured thing has a process of its own, so that nothing else stands in its figures: it is asked by its first
 * argument, and answers by one message.
 */

type Asked = { env: NodeJS.ProcessEnv; limitMs: number; cwd?: string; execArgv?: string[] }

/** Runs a script, and resolves with its answer when it has ended. */
export async function askChild<T>(
  script: string,
  question: unknown,
  { limitMs, ...options }: Asked,
): Promise<T> {
  const child = fork(script, [JSON.stringify(question)], options)
  // Far above what it needs: only for a process that hangs so hard that it cannot say so.
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs)
  let answer: { value?: T } | undefined
  child.once('message', (message) => {
    answer = message as { value?: T }
  })
  return new Promise<T>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(limit)
      if (answer) resolve(answer.value as T)
      else
        reject(new Error(`The run ended early (${signal ?? `exit code ${code}`}); what it said stands above`))
    })
  })
}

/** The child's side. What it leaves open does not keep it. */
export async function answerParent<Q, T>(work: (question: Q) => Promise<T>): Promise<void> {
  try {
    const value = await work(JSON.parse(process.argv[2] ?? '{}'))
    process.send?.({ value }, () => process.exit())
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}
