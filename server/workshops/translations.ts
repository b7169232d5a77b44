/** [W1] A lead who writes in one language leaves the other to the other side's lead: unit by unit, in a list. */
import { type BilingualText, EMPTY_TEXT, unitOrder } from '../../shared/model/bilingual-text.ts'
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import { firstWords } from '../../shared/model/first-words.ts'
import type { MandateId, UnitId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import { isWaiting, otherThan, unitsUnsaid, wordsOfUnit } from '../../shared/model/translation.ts'
import type { TranslationView } from '../../shared/protocol/workshop-views.ts'
import type { Database } from '../store/database.ts'
import {
  deleteTranslationRequests,
  putTranslationRequest,
  translationRequestsOf,
} from '../store/translations.ts'
import { findStoredVersion } from '../store/versions.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'

/** Characters of the words that stand for a unit in the list. */
const QUOTED = 80

type Deps = Pick<TextDeps, 'db' | 'sync'>

/** In reading order. Throws UnreadableBlock. The reader must be one who may read the draft. */
export async function readTranslations(deps: Deps, situation: TextSituation): Promise<TranslationView[]> {
  const requests = await translationRequestsOf(deps.db, situation.text.id)
  if (requests.length === 0) return []
  const text = await textAsItStands(deps, situation)
  const order = unitOrder(text)
  return requests
    .filter(request => isWaiting(text, request))
    .map(({ unit, language, before, by, at }) => ({
      ...{ unit, language, before, at },
      number: order.indexOf(unit) + 1,
      words: firstWords(
        text[otherThan(language)].find(block => block.unit === unit && block.content.length > 0) ?? null,
        QUOTED,
      ),
      by: situation.mandates.get(by)?.title ?? null,
    }))
    .sort((a, b) => a.number - b.number || a.language.localeCompare(b.language))
}

export type TranslationsAsked = {
  readonly language: Language
  /** Null: every unit that says nothing in the language; for taking off, all. */
  readonly units: readonly UnitId[] | null
  readonly wanted: boolean
}

/** A unit that says nothing in the other language is passed over: there is nothing to be translated. */
export async function askForTranslations(
  deps: Deps & Pick<TextDeps, 'clock'>,
  situation: TextSituation,
  { language, units, wanted }: TranslationsAsked,
  by: MandateId,
): Promise<void> {
  const { id } = situation.text
  const text = await textAsItStands(deps, situation)
  const at = deps.clock()
  await deps.db.transaction().execute(async trx => {
    await forgetMet(trx, situation, text)
    if (!wanted) return deleteTranslationRequests(trx, id, language, units)
    for (const unit of units ?? unitsUnsaid(text, language)) {
      if (wordsOfUnit(text, unit, otherThan(language)) === '') continue
      const before = wordsOfUnit(text, unit, language)
      await putTranslationRequest(trx, id, { unit, language, before, by, at })
    }
  })
}

/** The open draft, else what was submitted last. */
async function textAsItStands(
  { db, sync }: Deps,
  { openDrafts, versions }: TextSituation,
): Promise<BilingualText> {
  const [draft] = openDrafts
  if (draft) return sync.readText(draft.id)
  const last = versions.at(-1)
  const stored = last && (await findStoredVersion(db, last.id))
  return stored ? parseCanonicalForm(stored.canonical).text : EMPTY_TEXT
}

async function forgetMet(db: Database, { text }: TextSituation, words: BilingualText): Promise<void> {
  for (const request of await translationRequestsOf(db, text.id))
    if (!isWaiting(words, request))
      await deleteTranslationRequests(db, text.id, request.language, [request.unit])
}
