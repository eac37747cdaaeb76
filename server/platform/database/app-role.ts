import { sql } from 'drizzle-orm'
import type { Database } from './connect'

/**
 * The role that the app works as. It may read and write the tables, and of what is append-only read and add: where a trigger
 * refuses a change, the right to one is missing too. It cannot log in: who owns the tables takes it on for a session.
 */
export const APP_ROLE = 'tiny_store_app'

/** Takes the role on, if it has rights here and the user may. Told to each connection before anything else. */
export const WORK_AS_APP = `
  select set_config('role', rolname, false) from pg_roles
  where rolname = '${APP_ROLE}' and pg_has_role(oid, 'member') and has_schema_privilege(oid, to_regnamespace('log'), 'usage')`

/** Gives it back until the transaction's end, for what only the owner may do. */
export const asOwner = (tx: Database) => tx.execute(sql`set local role none`)

/** The same for the work of a session, where no transaction may be: an index that is built beside the work, a VACUUM. */
export async function owning(session: Database, work: () => Promise<unknown>): Promise<void> {
  await session.execute(sql`set role none`)
  try {
    await work()
  } finally {
    await session.execute(WORK_AS_APP)
  }
}

/**
 * Makes the role where the user may, and gives it what it needs of this database: also of what the migration just made, and
 * in an archive that was restored without rights. What it has already is left alone.
 */
export async function giveRights(tx: Database): Promise<void> {
  await asOwner(tx)
  await tx.execute(MAKE)
  await tx.execute(GRANT)
}

const MAKE = `
  do $$
  begin
    begin
      if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
        create role ${APP_ROLE} nologin;
      end if;
    exception
      when duplicate_object or unique_violation then null;
    end;
    -- Who makes a role is not always one of its members.
    begin
      perform set_config('role', '${APP_ROLE}', true);
      perform set_config('role', 'none', true);
    exception
      when insufficient_privilege then grant ${APP_ROLE} to current_user;
    end;
  exception
    when insufficient_privilege then raise notice 'no role of its own for the app';
  end
  $$`

const GRANT = `
  do $$
  declare
    owned record;
  begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then return; end if;
    for owned in
      select *, has_table_privilege('${APP_ROLE}', name, 'insert') as granted,
        has_table_privilege('${APP_ROLE}', name, 'update') as writable
      from (
        select c.oid::regclass as name, n.nspname as home, exists (
          select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'log.refuse_change'::regproc) as append_only
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and c.relowner = current_user::regrole
          and n.nspname !~ '^(pg_|information_schema$|drizzle$)'
      ) tables
    loop
      continue when owned.granted and owned.writable <> owned.append_only;
      execute format('grant usage on schema %I to ${APP_ROLE}', owned.home);
      execute format('revoke all on %s from ${APP_ROLE}', owned.name);
      execute format('grant %s on %s to ${APP_ROLE}', case when owned.append_only then 'select, insert'
        else 'select, insert, update, delete' end, owned.name);
    end loop;
  end
  $$`
