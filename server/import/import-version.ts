/** A reviewed alignment becomes the version named after its edition, from which the first draft starts. */
import { canonicalForm, canonicalHash } from '../../shared/model/canonical-form.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { ImportRow } from '../../shared/protocol/bodies.ts'
import type { Deps } from '../app.ts'
import type { Refusal } from '../http/respond.ts'
import { mayImport } from '../policies/policies.ts'
import { recordAct } from '../store/acts.ts'
import { insertVersion, type VersionRecord, versionsOfText } from '../store/versions.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { freeLabel, nextVersion } from '../transmission/version-label.ts'
import { versionState } from '../transmission/version-state.ts'
import { importedText } from './imported-text.ts'

export type ImportRequest = { readonly label: string; readonly rows: readonly ImportRow[] }

/** `by` is the mandate under which it is brought in: one that may. */
export async function importVersion(
  { db, clock, newId, events }: Deps,
  { text, edition }: TextSituation,
  by: Mandate,
  request: ImportRequest,
): Promise<VersionRecord | Refusal> {
  const content = importedText(request.rows, newId)
  for (const language of LANGUAGES)
    if (content[language].length === 0) return { refusal: 'language-missing', detail: language }
  const canonical = canonicalForm(content)
  const sha256 = await canonicalHash(canonical)
  const state = versionState(null, content)
  const made = await db.transaction().execute(async trx => {
    const earlier = await versionsOfText(trx, text.id)
    const transmitted = earlier.filter(version => version.origin === 'transmission').length
    if (!mayImport([by], edition, transmitted)) return { refusal: 'not-allowed' } as const
    const now = clock()
    const record: VersionRecord = {
      id: newId('version'),
      text: text.id,
      number: nextVersion({ versionLabel: null }, earlier).number,
      label: freeLabel(
        request.label,
        earlier.map(version => version.label),
      ),
      origin: 'import',
      side: null,
      stage: null,
      base: null,
      sha256,
      coverNote: { fr: '', ja: '' },
      madeBy: by.id,
      madeAt: now,
      due: null,
      late: false,
    }
    await insertVersion(trx, { ...record, canonical, state })
    await recordAct(trx, {
      edition: edition.id,
      at: now,
      mandate: by.id,
      audience: 'joint',
      kind: 'text-imported',
      detail: { version: record.label },
    })
    return record
  })
  if (!('refusal' in made)) events.publish({ topic: 'texts', subject: text.id }, 'joint')
  return made
}
