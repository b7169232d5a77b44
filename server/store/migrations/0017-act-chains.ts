/** The log of acts as chains of its own for each circle of readers, made for the acts that are there already. */

import type { ActAudience } from '../../../shared/model/act-chain.ts'
import type { EditionId, MandateId } from '../../../shared/model/ids.ts'
import type { ActKind } from '../../../shared/protocol/views.ts'
import { chainAct } from '../act-chains.ts'
import { fromJson } from '../json.ts'
import { primaryKey, refuseChange, required } from './columns.ts'
import type { Migration } from './migrator.ts'

export const actChains: Migration = {
  name: '0017-act-chains',
  async up(db, dialect) {
    const { schema } = db
    await schema
      .createTable('act_chains')
      .addColumn('act_seq', 'integer', column => primaryKey(column).references('acts.seq'))
      .addColumn('edition_id', 'text', required)
      .addColumn('audience', 'text', required)
      .addColumn('number', 'integer', required)
      .addColumn('previous_hash', 'text', required)
      .addColumn('hash', 'text', required)
      .addUniqueConstraint('act_chains_number', ['edition_id', 'audience', 'number'])
      .execute()
    await refuseChange(
      db,
      dialect,
      'act_chains',
      'the log of acts is append-only',
      'old.act_seq = new.act_seq or (old.edition_id = new.edition_id and old.audience = new.audience and old.number = new.number)',
    )
    for (const act of await db.selectFrom('acts').selectAll().orderBy('seq').execute())
      await chainAct(db, {
        seq: act.seq,
        edition: act.edition_id as EditionId,
        audience: act.audience as ActAudience,
        at: act.at,
        mandate: act.mandate_id as MandateId | null,
        kind: act.kind as ActKind,
        detail: fromJson(act.detail),
      })
  },
}
