import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { processWide } from './process-wide'

const url = (protocols: RegExp, form: string) =>
  z.url({ protocol: protocols, error: `must be a URL like ${form}` })

const Environment = z
  .object({
    NODE_ENV: z.string().default('development'),
    DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/database').optional(),
    /** Folder of the embedded database; relative paths start at the project's folder. */
    TINY_STORE_DATA: z.string().min(1).default('.data'),
    /** Multiplies backoff and the simulated provider's slowness, so that tests need not wait. */
    TIME_SCALE: z.coerce.number().positive().max(100).default(1),
    INNGEST_DEV: z.string().min(1).optional(),
    INNGEST_EVENT_KEY: z.string().min(1).optional(),
    INNGEST_SIGNING_KEY: z.string().min(1).optional(),
    INNGEST_BASE_URL: url(/^https?$/, 'https://inngest.example.com').optional(),
    /** Lets faults be made on purpose, for tests. */
    FAULT_LAB: z.enum(['0', '1'], 'must be 1 to switch the fault lab on, or be left out').default('0'),
  })
  .superRefine((env, context) => {
    const fault = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const dev = env.INNGEST_DEV !== undefined && env.INNGEST_DEV !== '0' && env.INNGEST_DEV !== 'false'
    const { INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey, INNGEST_BASE_URL: baseUrl } = env
    if (dev && env.NODE_ENV === 'production' && !signingKey) {
      fault(
        'INNGEST_SIGNING_KEY',
        'is missing: in production Inngest has to sign its calls. Set it, or use INNGEST_DEV with `npm run dev` only',
      )
    }
    if (dev) return
    if (eventKey && !signingKey)
      fault('INNGEST_SIGNING_KEY', 'is missing: INNGEST_EVENT_KEY is set and needs it')
    if (signingKey && !eventKey)
      fault('INNGEST_EVENT_KEY', 'is missing: INNGEST_SIGNING_KEY is set and needs it')
    if (baseUrl && !eventKey && !signingKey) {
      fault('INNGEST_EVENT_KEY', 'is missing: INNGEST_BASE_URL is set and needs it and INNGEST_SIGNING_KEY')
    }
    if (env.FAULT_LAB === '1' && (eventKey || signingKey) && !baseUrl) {
      fault(
        'FAULT_LAB',
        "is 1 beside Inngest Cloud's keys: a shop that is open to the world must not break on purpose. Unset it, or " +
          'test with INNGEST_DEV or with a server of your own at INNGEST_BASE_URL',
      )
    }
  })

export type Settings = ReturnType<typeof readSettings>

/** Reads the environment. Throws an error that names each wrong variable and the way out. */
export function readSettings(environment: Record<string, string | undefined> = process.env) {
  // A variable set to nothing, as .env files have them, is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`)
    throw new Error(`Tiny Store cannot start, because of its environment:\n${faults.join('\n')}`)
  }
  const env = parsed.data
  const devServer = env.INNGEST_DEV && !['0', 'false'].includes(env.INNGEST_DEV)
  return {
    databaseUrl: env.DATABASE_URL,
    dataFolder: isAbsolute(env.TINY_STORE_DATA)
      ? env.TINY_STORE_DATA
      : join(process.cwd(), env.TINY_STORE_DATA),
    timeScale: env.TIME_SCALE,
    faultLab: env.FAULT_LAB === '1',
    engine: devServer || env.INNGEST_SIGNING_KEY ? ('inngest' as const) : ('embedded' as const),
  }
}

const current = processWide<Settings>('settings')

/** The settings of this process, read once. */
export function settings(): Settings {
  const known = current.get() ?? readSettings()
  current.set(known)
  return known
}
