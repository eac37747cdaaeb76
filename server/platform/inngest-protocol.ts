/*
 * The part of Inngest's SDK protocol that our functions need: one call runs a function up to its next step, whose
 * result is handed back with the next call.
 */

/** A handler as `serve` makes it. */
export type Handler = (request: Request) => Promise<Response>

type Memo = Record<string, { data: unknown }>
type Op = { id: string; op: string; data?: unknown; error?: { message?: string } }

export type RunEvent = { id: string; name: string; data: unknown }

/** How a run went: it ended, or failed and may be tried again, at once or no sooner than at a time. */
export type RunResult =
  | { state: 'ended'; result: unknown }
  | { state: 'failed'; error: string; retry: boolean; notBefore?: Date }

/** A run of a function, for one event or several at once; its memo is given again when it is tried again. */
export type Run = { id: string; functionId: string; events: RunEvent[]; attempt: number; memo: Memo }

/** Calls a function of the handler until it ends or fails. Steps that ran are kept in the run's memo. */
export async function callFunction(handler: Handler, run: Run): Promise<RunResult> {
  let stepId = 'step'
  for (;;) {
    const response = await handler(requestFor(run, stepId))
    const body = await response.json()
    if (response.status === 200) return { state: 'ended', result: body }
    if (response.status !== 206) {
      const after = response.headers.get('retry-after')
      return {
        state: 'failed',
        error: body?.message ?? JSON.stringify(body),
        retry: response.headers.get('x-inngest-no-retry') !== 'true',
        ...(after && {
          notBefore: /^\d+$/.test(after) ? new Date(Date.now() + Number(after) * 1_000) : new Date(after),
        }),
      }
    }
    stepId = 'step'
    for (const op of body as Op[]) {
      if (op.op === 'StepRun') run.memo[op.id] = { data: op.data }
      else if (op.op === 'StepPlanned') stepId = op.id
      else return stepFailed(op)
    }
  }
}

/** A step threw, which ours do only when the database was at fault. */
function stepFailed({ op, error }: Op): RunResult {
  const notBefore = new Date(Date.now() + STEP_RETRY_MS)
  return { state: 'failed', error: error?.message ?? `${op} is not spoken here`, retry: true, notBefore }
}

const STEP_RETRY_MS = 500

function requestFor({ id, functionId, events, attempt, memo }: Run, stepId: string): Request {
  const ids = Object.keys(memo)
  return new Request(`http://localhost/api/inngest?fnId=${functionId}&stepId=${stepId}`, {
    method: 'POST',
    headers: { host: 'localhost', 'content-type': 'application/json' },
    body: JSON.stringify({
      version: -1,
      event: events[0],
      events,
      steps: memo,
      ctx: {
        run_id: id,
        attempt,
        max_attempts: 4,
        disable_immediate_execution: false,
        use_api: false,
        stack: { stack: ids, current: ids.length },
      },
    }),
  })
}
