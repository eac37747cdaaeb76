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
    /** Where the shop is reached; decides whether cookies are for https only. */
    APP_URL: url(/^https?$/, 'https://shop.example.com').optional(),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    /** Signs the staff's cookies. The embedded shop makes one and keeps it with its data. */
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    /** The first admin, made when there is nobody yet. */
    ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
    ADMIN_PASSWORD: z
      .string()
      .min(12, 'must have at least 12 characters')
      .max(128, 'must have at most 128 characters')
      .optional(),
    /** How many proxies of our own stand in front, each adding to X-Forwarded-For whom it was called by. */
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).optional(),
    /** Set by the platform, which is one such proxy. */
    VERCEL: z.string().optional(),
    /** Multiplies how often things may be tried and asked, for tests that do so faster than people. */
    RATE_LIMIT_SCALE: z.coerce.number().positive().max(1_000_000).default(1),
    /** From which level on lines are logged. */
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** Where a collector of OpenTelemetry takes traces; other variables of OpenTelemetry are read by its own packages. */
    OTEL_EXPORTER_OTLP_ENDPOINT: url(/^https?$/, 'http://collector:4318').optional(),
    /** Multiplies the waits between the tries of a webhook; without it TIME_SCALE does. */
    WEBHOOK_TIME_SCALE: z.coerce.number().positive().max(100).optional(),
    /** Lets webhooks reach addresses that are not public: for receivers in one's own network, and for tests. */
    WEBHOOKS_ALLOW_PRIVATE: z.enum(['0', '1'], 'must be 1 to allow it, or be left out').default('0'),
    /** Lets faults be made on purpose, for tests. */
    FAULT_LAB: z.enum(['0', '1'], 'must be 1 to switch the fault lab on, or be left out').default('0'),
  })
  .superRefine((env, context) => {
    const fault = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const dev = env.INNGEST_DEV !== undefined && env.INNGEST_DEV !== '0' && env.INNGEST_DEV !== 'false'
    const { INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey, INNGEST_BASE_URL: baseUrl } = env
    if (dev && env.NODE_ENV === 'production') {
      fault(
        'INNGEST_DEV',
        'is for `npm run dev`: beside a dev server no signature is asked for, whatever keys are set. In production set ' +
          'INNGEST_BASE_URL, INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY of a server',
      )
    }
    if (env.NODE_ENV === 'production' && env.DATABASE_URL && !env.AUTH_SECRET) {
      fault(
        'AUTH_SECRET',
        'is missing: processes that share a database sign cookies alike. Set it to the same for all, from `openssl rand -base64 32`',
      )
    }
    if (env.ADMIN_EMAIL && !env.ADMIN_PASSWORD)
      fault('ADMIN_PASSWORD', 'is missing: ADMIN_EMAIL is set and needs it')
    if (env.ADMIN_PASSWORD && !env.ADMIN_EMAIL)
      fault('ADMIN_EMAIL', 'is missing: ADMIN_PASSWORD is set and needs it')
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
    /** Whether somebody said where the shop is reached, or it is a guess. */
    appUrlIsSaid: env.APP_URL !== undefined,
    appUrl: new URL(env.APP_URL ?? `http://localhost:${env.PORT}`).origin,
    authSecret: env.AUTH_SECRET,
    firstAdmin:
      env.ADMIN_EMAIL && env.ADMIN_PASSWORD
        ? { email: env.ADMIN_EMAIL.toLowerCase(), password: env.ADMIN_PASSWORD }
        : undefined,
    trustedHops: env.TRUSTED_PROXY_HOPS ?? (env.VERCEL ? 1 : 0),
    rateLimitScale: env.RATE_LIMIT_SCALE,
    logLevel: env.LOG_LEVEL,
    traces: env.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
    webhookTimeScale: env.WEBHOOK_TIME_SCALE ?? env.TIME_SCALE,
    webhooksAllowPrivate: env.WEBHOOKS_ALLOW_PRIVATE === '1',
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
