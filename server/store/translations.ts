/** What is to be said in the other language of a workshop's text. */
import type { MandateId, TextId, UnitId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { TranslationRequest } from '../../shared/model/translation.ts'
import type { Database } from './database.ts'

/** Also those that were met since. */
export async function translationRequestsOf(db: Database, text: TextId): Promise<TranslationRequest[]> {
  const rows = await db.selectFrom('translation_requests').selectAll().where('text_id', '=', text).execute()
  return rows.map(row => ({
    unit: row.unit as UnitId,
    language: row.language as Language,
    before: row.words_before,
    by: row.mandate_id as MandateId,
    at: row.at,
  }))
}

/** New, or asked anew. */
export async function putTranslationRequest(
  db: Database,
  text: TextId,
  { unit, language, before, by, at }: TranslationRequest,
): Promise<void> {
  const values = { words_before: before, mandate_id: by, at }
  await db
    .insertInto('translation_requests')
    .values({ text_id: text, unit, language, ...values })
    .onConflict(conflict => conflict.columns(['text_id', 'unit', 'language']).doUpdateSet(values))
    .execute()
}

/** Of a language; all of its units where none are named. */
export async function deleteTranslationRequests(
  db: Database,
  text: TextId,
  language: Language,
  units: readonly UnitId[] | null,
): Promise<void> {
  const ofLanguage = db
    .deleteFrom('translation_requests')
    .where('text_id', '=', text)
    .where('language', '=', language)
  await (units ? ofLanguage.where('unit', 'in', units) : ofLanguage).execute()
}
