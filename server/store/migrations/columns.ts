/** What migrations say again and again: kinds of column, and tables whose rows never change. */
import { type ColumnDefinitionBuilder, sql } from 'kysely'
import type { Database, DialectName } from '../database.ts'

export const primaryKey = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull()
export const required = (column: ColumnDefinitionBuilder) => column.notNull()
export const references = (target: `${string}.${string}`) => (column: ColumnDefinitionBuilder) =>
  column.notNull().references(target)

/**
 * [R4] The database itself refuses UPDATE and DELETE on the table, with `message`. On SQLite also INSERT OR
 * REPLACE, which deletes without asking the triggers: `same` says when a new row would take an old one's place.
 */
export async function refuseChange(
  db: Database,
  dialect: DialectName,
  table: string,
  message: string,
  same: string,
): Promise<void> {
  if (dialect === 'sqlite') {
    for (const act of ['update', 'delete'])
      await sql
        .raw(
          `create trigger ${table}_refuse_${act} before ${act} on ${table}
           begin select raise(abort, '${message}'); end`,
        )
        .execute(db)
    await sql
      .raw(
        `create trigger ${table}_refuse_replace before insert on ${table}
         when exists (select 1 from ${table} as old where ${same})
         begin select raise(abort, '${message}'); end`,
      )
      .execute(db)
    return
  }
  await sql
    .raw(
      `create function ${table}_refuse() returns trigger language plpgsql as
       $$ begin raise exception '${message}'; end $$`,
    )
    .execute(db)
  await sql
    .raw(
      `create trigger ${table}_refuse before update or delete or truncate on ${table}
       for each statement execute function ${table}_refuse()`,
    )
    .execute(db)
}

/**
 * As `refuseChange`, for rows in which nothing ever changes but the instants `once`, each set once: when what the row
 * says was carried out, or taken back. `fixed` are all its other columns.
 */
export async function refuseChangeExcept(
  db: Database,
  dialect: DialectName,
  table: string,
  message: string,
  same: string,
  { fixed, once }: { readonly fixed: readonly string[]; readonly once: readonly string[] },
): Promise<void> {
  const is = dialect === 'sqlite' ? 'is' : 'is not distinct from'
  const stays = [
    ...fixed.map(column => `new.${column} ${is} old.${column}`),
    ...once.map(column => `(old.${column} is null or new.${column} ${is} old.${column})`),
  ].join(' and ')
  if (dialect === 'sqlite') {
    for (const trigger of [
      `create trigger ${table}_refuse_update before update on ${table} when not (${stays})`,
      `create trigger ${table}_refuse_delete before delete on ${table}`,
      `create trigger ${table}_refuse_replace before insert on ${table}
       when exists (select 1 from ${table} as old where ${same})`,
    ])
      await sql.raw(`${trigger} begin select raise(abort, '${message}'); end`).execute(db)
    return
  }
  await sql
    .raw(
      `create function ${table}_refuse() returns trigger language plpgsql as
       $$ begin
         if tg_op = 'UPDATE' then
           if ${stays} then return new; end if;
         end if;
         raise exception '${message}';
       end $$`,
    )
    .execute(db)
  await sql
    .raw(
      `create trigger ${table}_refuse before update or delete on ${table}
       for each row execute function ${table}_refuse()`,
    )
    .execute(db)
}

/**
 * The database itself refuses an act on single rows, with `message`, where `when` is true of `new` and `old`. `on` is
 * an act and its table: "insert on drafts".
 */
export async function refuseWhen(
  db: Database,
  dialect: DialectName,
  { name, on, message, when }: { readonly [K in 'name' | 'on' | 'message' | 'when']: string },
): Promise<void> {
  if (dialect === 'sqlite') {
    await sql
      .raw(`create trigger ${name} before ${on} when ${when} begin select raise(abort, '${message}'); end`)
      .execute(db)
    return
  }
  const row = on.startsWith('delete') ? 'old' : 'new'
  await sql
    .raw(
      `create function ${name}_refuse() returns trigger language plpgsql as
       $$ begin if ${when} then raise exception '${message}'; end if; return ${row}; end $$`,
    )
    .execute(db)
  await sql
    .raw(`create trigger ${name} before ${on} for each row execute function ${name}_refuse()`)
    .execute(db)
}
