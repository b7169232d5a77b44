/** The consents of the demonstration as rows, each with its act. */
import { pairHashes } from '../../shared/model/agreement.ts'
import { type BilingualText, unitsOf } from '../../shared/model/bilingual-text.ts'
import type { EditionId, MandateId, TextId, VersionId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import { versionPlace } from '../../shared/model/thread.ts'
import { consentsHash } from '../agreement/consents-hash.ts'
import { demoConsents } from '../editions/demo/consents.ts'
import { demoPeople } from '../editions/demo/people.ts'
import type { NewId } from '../new-id.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { insertConsent } from '../store/agreement.ts'
import type { Database } from '../store/database.ts'
import { exactInstant } from './make-edition.ts'

export type DemoConsentsInput = {
  readonly edition: EditionId
  readonly text: TextId
  readonly title: BilingualLabel
  /** By label. */
  readonly version: (label: string) => { readonly id: VersionId; readonly text: BilingualText }
  /** The mandate of a sign-in name. */
  readonly by: (login: string) => MandateId
  readonly newId: NewId
}

/** Call it in a transaction, after the versions. */
export async function insertDemoConsents(db: Database, input: DemoConsentsInput): Promise<void> {
  const { edition, text, title, version, by, newId } = input
  for (const { by: login, on, kind, units, unchangedSince, ...given } of demoConsents) {
    const side = demoPeople.find(person => person.login === login)?.side
    if (!side) throw new Error(`${login} of the demonstration consents for no side`)
    const { id, text: words } = version(on)
    const pairs = await pairHashes(words)
    const at = exactInstant(given.at)
    const consents = units.map(unit => {
      const read = unitsOf(words).find(each => each.id === unit)
      if (!read) throw new Error(`${on} of the demonstration has no unit ${unit}`)
      return { unit: read.id, pair: pairs.get(read.id)!, side, kind, words: read }
    })
    const act = await recordAct(db, {
      ...{ edition, at, mandate: by(login), audience: 'joint', kind: 'units-agreed' },
      detail: {
        ...labelDetail('text', title),
        ...{ units: String(units.length), consent: kind },
        ...(unchangedSince === null ? {} : { since: unchangedSince }),
        consents: consentsHash(consents),
      },
    })
    for (const consent of consents)
      await insertConsent(db, {
        ...{ id: newId('consent'), text, ...consent, by: by(login), at, act, place: versionPlace(id) },
        unchangedSince: unchangedSince === null ? null : version(unchangedSince).id,
      })
  }
}
