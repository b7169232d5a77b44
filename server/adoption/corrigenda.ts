/** [S1] Corrections of an adopted text: asked for by a chair, made by the consent of the other side's. */
import { reworded } from '../../shared/integrate/reword.ts'
import { wordsOfUnits } from '../../shared/integrate/unit-words.ts'
import { type BilingualText, type Block, plainText, unitOrder } from '../../shared/model/bilingual-text.ts'
import { canonicalJson, normalBlock, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import {
  type Corrigendum,
  type CorrigendumAnswer,
  type CorrigendumChange,
  type CorrigendumForm,
  type CorrigendumProposal,
  type CorrigendumReason,
  correctedText,
  corrigendumForm,
  corrigendumHash,
  corrigendumState,
} from '../../shared/model/corrigendum.ts'
import type { TextId, UnitId, VersionId } from '../../shared/model/ids.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import type { UnitWords } from '../../shared/model/proposal.ts'
import type { Refusal } from '../http/respond.ts'
import { findAdoption } from '../store/adoption.ts'
import { corrigendaOf } from '../store/corrigenda.ts'
import type { Database } from '../store/database.ts'
import { findStoredVersion } from '../store/versions.ts'

/** An adopted text with what corrects it so far. */
export type Corrected = {
  readonly version: VersionId
  readonly sha256: string
  readonly adopted: BilingualText
  readonly corrigenda: readonly Corrigendum[]
  /** The adopted text with all of them applied. */
  readonly text: BilingualText
}

/** Undefined while the text is not adopted. */
export async function readCorrected(db: Database, text: TextId): Promise<Corrected | undefined> {
  const adoption = await findAdoption(db, text)
  const version = adoption && (await findStoredVersion(db, adoption.version))
  if (!version) return undefined
  const adopted = parseCanonicalForm(version.canonical).text
  const corrigenda = await corrigendaOf(db, version.id)
  return {
    ...{ version: version.id, sha256: version.sha256, adopted, corrigenda },
    text: correctedText(adopted, corrigenda),
  }
}

export type CorrectionAsked = {
  readonly unit: string
  /** The unit's SHA-256 as it was read is not asked for: its words before are. */
  readonly before: PlainWords
  readonly after: PlainWords
}
/** Plain words, a block each; an object stands as U+FFFC, as in `plainText`. */
type PlainWords = { readonly fr: readonly string[]; readonly ja: readonly string[] }

/**
 * What is asked for, as changes of the corrected text, in its reading order. `unit-edited` when a unit says something
 * else than what was read; `invalid` for a unit that is not there, named twice, left as it is, or left without words: a
 * corrigendum corrects words, it takes no paragraph out and adds none.
 */
export function changesOf(
  { text }: Pick<Corrected, 'text'>,
  asked: readonly CorrectionAsked[],
): CorrigendumChange[] | Refusal {
  const order = unitOrder(text)
  const changes: CorrigendumChange[] = []
  for (const { unit, before: read, after: typed } of asked) {
    const id = unit as UnitId
    if (!order.includes(id) || changes.some(change => change.unit === id))
      return { refusal: 'invalid', detail: 'units' }
    const before = wordsOfUnits(text, [id])
    if (LANGUAGES.some(language => !saysSo(before[language], read[language])))
      return { refusal: 'unit-edited' }
    const after = retyped(before, typed)
    if (!after || sameExactly(before, after)) return { refusal: 'invalid', detail: 'units' }
    changes.push({ unit: id, before, after })
  }
  return changes.sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit))
}

/** The corrigendum that a proposal becomes at `at`, or that its words were changed by another one since. */
export async function corrigendumOf(
  proposal: Pick<CorrigendumProposal, 'id' | 'changes' | 'reason'>,
  { version, sha256: adopted, corrigenda, text }: Corrected,
  at: string,
): Promise<Corrigendum | Refusal> {
  const state = corrigendumState({ ...proposal, withdrawnAt: null, answer: null }, text)
  if (state !== 'open') return { refusal: 'unit-edited' }
  const form: CorrigendumForm = {
    number: corrigenda.length + 1,
    adopted,
    previous: corrigenda.at(-1)?.sha256 ?? null,
    changes: proposal.changes,
    reason: proposal.reason,
    at,
  }
  const [canonical, sha256] = [corrigendumForm(form), await corrigendumHash(form)]
  return { ...form, id: proposal.id, version, sha256, canonical }
}

export function hasReasonInBoth({ fr, ja }: CorrigendumReason): boolean {
  return fr.trim() !== '' && ja.trim() !== ''
}

/** A decline says why, in one language at least. */
export function isAnswerComplete({ outcome, reason }: Pick<CorrigendumAnswer, 'outcome' | 'reason'>) {
  return outcome === 'consented' || (reason !== null && (reason.fr.trim() !== '' || reason.ja.trim() !== ''))
}

function saysSo(blocks: readonly Block[], words: readonly string[]): boolean {
  return blocks.length === words.length && blocks.every((block, index) => plainText(block) === words[index])
}

/** Undefined when a block is missing, one is too many, or one is left without words that had some. */
function retyped(before: UnitWords, typed: PlainWords): UnitWords | undefined {
  if (LANGUAGES.some(language => typed[language].length !== before[language].length)) return undefined
  const emptied = LANGUAGES.some(language =>
    before[language].some(
      (block, index) => plainText(block).trim() !== '' && typed[language][index]!.trim() === '',
    ),
  )
  if (emptied) return undefined
  const said = (language: 'fr' | 'ja') =>
    before[language].map((block, index) => normalBlock(reworded(block, typed[language][index]!)))
  return { fr: said('fr'), ja: said('ja') }
}

function sameExactly(a: UnitWords, b: UnitWords): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
