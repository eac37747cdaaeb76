import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { and, asc, count, desc, eq, gt, ne, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { conflict, notFound } from '../kernel/errors'
import { newId } from '../kernel/id'
import { line } from '../kernel/text'
import { type Database, db, transaction } from '../platform/database/connect'
import { audit, difference } from './audit'
import { type Caller, forgetSessions } from './caller'
import { type Role, roles } from './permissions'
import { accounts, auditTrail, sessions, twoFactors, users } from './tables'

export const NewStaff = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  name: line(100),
  role: z.enum(roles),
})

/** 96 bits, in letters that can be read out and typed. */
export const randomPassword = () => randomBytes(12).toString('hex').match(/.{6}/g)?.join('-') ?? ''

const member = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  disabled: sql<boolean>`coalesce(${users.banned}, false)`,
  secondFactor: sql<boolean>`coalesce(${users.twoFactorEnabled}, false)`,
  passwordIsOneTime: users.passwordIsOneTime,
  createdAt: users.createdAt,
}

/** Whoever is signed out has no session, and still was seen when they last did something. */
const lastSeenAt = sql<Date | null>`greatest(max(${sessions.updatedAt}), (
  select ${auditTrail.at} from ${auditTrail} where ${auditTrail.whoId} = ${users.id}
  order by ${auditTrail.position} desc limit 1))`.mapWith(sessions.updatedAt)

/** Everybody who may sign in, or might again, where they are and when they were last seen. */
export const listStaff = () =>
  db()
    .select({
      ...member,
      sessions: sql<number>`(count(${sessions.id}) filter (where ${sessions.expiresAt} > clock_timestamp()))::int`,
      lastSeenAt,
    })
    .from(users)
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .groupBy(users.id)
    .orderBy(asc(users.email))

export async function getMember(id: string) {
  const [found] = await db().select(member).from(users).where(eq(users.id, id))
  if (!found) throw nobody(id)
  return found
}

const nobody = (id: string) => notFound('Nobody of the staff with the id', id)

/** Makes somebody known, with a password that lets in once. */
export async function createStaff(wanted: z.infer<typeof NewStaff>) {
  const password = randomPassword()
  const hash = await hashPassword(password)
  const made = await transaction(async (tx) => {
    const added = await addStaff(tx, { ...wanted, hash, passwordIsOneTime: true })
    if (added) await audit('staff.create', { target: `staff/${added.id}`, after: wanted })(tx).execute()
    return added
  })
  if (!made) {
    const detail = 'is in use already'
    throw conflict(`/email: ${detail}`, { errors: [{ pointer: '/email', detail }] })
  }
  return { ...made, password }
}

type NewUser = z.infer<typeof NewStaff> & { hash: string; passwordIsOneTime: boolean }

/** Nobody when the address is known already. */
export async function addStaff(tx: Database, { hash, ...user }: NewUser) {
  const id = newId()
  const [made] = await tx
    .insert(users)
    .values({ id, emailVerified: true, ...user })
    .onConflictDoNothing({ target: users.email })
    .returning(member)
  if (!made) return
  await tx
    .insert(accounts)
    .values({ id: newId(), accountId: id, providerId: 'credential', userId: id, password: hash })
  return made
}

export async function changeRole(id: string, role: Role) {
  return change('staff.change-role', id, async (tx) => {
    if (role !== 'admin') await keepAnAdmin(tx, id)
    return tx
      .update(users)
      .set({ role, updatedAt: sql`clock_timestamp()` })
      .where(eq(users.id, id))
      .returning(member)
  })
}

/** Gives a password that lets in once; whoever has lost the second factor sets it up anew. */
export async function resetPassword(id: string) {
  const password = randomPassword()
  const hash = await hashPassword(password)
  const changed = await change('staff.reset-password', id, async (tx) => {
    await tx.update(accounts).set({ password: hash }).where(eq(accounts.userId, id))
    await tx.delete(twoFactors).where(eq(twoFactors.userId, id))
    await tx.delete(sessions).where(eq(sessions.userId, id))
    return tx
      .update(users)
      .set({ passwordIsOneTime: true, twoFactorEnabled: false, updatedAt: sql`clock_timestamp()` })
      .where(eq(users.id, id))
      .returning(member)
  })
  return { ...changed, password }
}

/** Whoever is disabled cannot sign in, and is out at once. */
export async function setDisabled(id: string, disabled: boolean) {
  return change(disabled ? 'staff.disable' : 'staff.enable', id, async (tx) => {
    if (disabled) await keepAnAdmin(tx, id)
    if (disabled) await tx.delete(sessions).where(eq(sessions.userId, id))
    return tx
      .update(users)
      .set({ banned: disabled, updatedAt: sql`clock_timestamp()` })
      .where(eq(users.id, id))
      .returning(member)
  })
}

type Member = Awaited<ReturnType<typeof getMember>>

async function change(action: string, id: string, work: (tx: Database) => Promise<Member[]>) {
  const changed = await transaction(async (tx) => {
    const [before] = await tx.select(member).from(users).where(eq(users.id, id))
    const [after] = await work(tx)
    if (before && after)
      await audit(action, { target: `staff/${id}`, ...difference(before, after) })(tx).execute()
    return after
  })
  forgetSessions()
  if (!changed) throw nobody(id)
  return changed
}

/** Without an admin nobody could make one. Two who step back at once wait for each other. */
async function keepAnAdmin(tx: Database, but: string) {
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), sql`not coalesce(${users.banned}, false)`))
    .orderBy(users.id)
    .for('update')
  if (admins.some(({ id }) => id !== but) || !admins.some(({ id }) => id === but)) return
  throw conflict('This is the last admin. Make somebody else an admin first.', { kind: 'last-admin' })
}

const session = {
  sessionId: sessions.id,
  createdAt: sessions.createdAt,
  lastSeenAt: sessions.updatedAt,
  expiresAt: sessions.expiresAt,
  address: sessions.ipAddress,
  userAgent: sessions.userAgent,
}

/** Where somebody is signed in, the latest first; `current` is the one that asks. */
export const listSessions = (userId: string, asked: Caller) =>
  db()
    .select({
      ...session,
      current: sql<boolean>`${sessions.id} = ${asked.kind === 'staff' ? asked.sessionId : ''}`,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, sql`clock_timestamp()`)))
    .orderBy(desc(sessions.createdAt))

/** Ends one session of somebody. */
export async function endSession(userId: string, sessionId: string) {
  const ended = await endSessions(userId, eq(sessions.id, sessionId))
  if (ended === 0) throw notFound('Session', sessionId)
}

/** Ends all sessions of somebody, but for the one given. */
export const endAllSessions = (userId: string, but = '') => endSessions(userId, ne(sessions.id, but))

async function endSessions(userId: string, which: SQL): Promise<number> {
  const ended = await transaction(async (tx) => {
    const theirs = and(eq(sessions.userId, userId), which)
    const { length } = await tx.delete(sessions).where(theirs).returning({ id: sessions.id })
    if (length > 0)
      await audit('sessions.end', { target: `staff/${userId}`, after: { ended: length } })(tx).execute()
    return length
  })
  forgetSessions()
  return ended
}

export async function isStaffed(database: Database): Promise<boolean> {
  const [{ people } = { people: 0 }] = await database.select({ people: count() }).from(users)
  return people > 0
}
