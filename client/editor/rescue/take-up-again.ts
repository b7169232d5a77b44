/**
 * [A4] After the server refused an update because of locked units: what of one's own work goes on, and what does not.
 * The refused update cannot be taken apart (Yjs counts what a client writes without gaps), so the work is written anew:
 * on the server's text, what the merged document says, but the locked units as the server has them.
 */
import * as Y from 'yjs'
import { pairForm } from '../../../shared/model/agreement.ts'
import {
  type BilingualText,
  type Block,
  type Unit,
  unitOrder,
  unitsOf,
} from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { keepFormattingAsWritten } from '../../../shared/schema/y-formatting.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../../shared/schema/y-write.ts'

/** A locked unit that one had changed: what one wrote there, to be copied. */
export type WordsNotTaken = {
  readonly unit: UnitId
  /** Its number in the text, from 1. */
  readonly number: number
  /** Only the languages that one had changed; an empty list where one had taken the words out. */
  readonly words: { readonly [L in Language]?: readonly Block[] }
}

/**
 * Makes `server`, which holds what the server has, read as one's own work goes on; the transaction is a local one, to be
 * sent like any other. `local` is the refused document as one update. Throws UnreadableBlock.
 */
export function takeUpAgain(
  server: Y.Doc,
  local: Uint8Array,
  locked: ReadonlySet<string>,
): readonly WordsNotTaken[] {
  const merged = keepFormattingAsWritten(new Y.Doc())
  try {
    for (const update of [Y.encodeStateAsUpdate(server), local]) Y.applyUpdate(merged, update)
    const [theirs, ours] = [readBilingualText(server), readBilingualText(merged)]
    applyBilingualText(server, withLocked(theirs, ours, locked))
    return notTaken(theirs, ours, locked)
  } finally {
    merged.destroy()
  }
}

/** `ours`, with the locked units as `theirs` has them: where ours has them, else after what they followed. */
export function withLocked(
  theirs: BilingualText,
  ours: BilingualText,
  locked: ReadonlySet<string>,
): BilingualText {
  const of = (language: Language): Block[] => {
    const kept = theirs[language].filter(({ unit }) => locked.has(unit))
    const ids = new Set(kept.map(({ id }) => id))
    const text: Block[] = []
    const placed = new Set<UnitId>()
    for (const block of ours[language]) {
      if (!locked.has(block.unit)) {
        if (!ids.has(block.id)) text.push(block)
        continue
      }
      if (placed.has(block.unit)) continue
      placed.add(block.unit)
      text.push(...kept.filter(({ unit }) => unit === block.unit))
    }
    for (const [index, block] of theirs[language].entries()) {
      if (!locked.has(block.unit) || placed.has(block.unit)) continue
      placed.add(block.unit)
      const before = theirs[language].slice(0, index).map(({ id }) => id)
      const after = text.findLastIndex(({ id }) => before.includes(id))
      text.splice(after + 1, 0, ...kept.filter(({ unit }) => unit === block.unit))
    }
    return text
  }
  return { fr: of('fr'), ja: of('ja') }
}

function notTaken(theirs: BilingualText, ours: BilingualText, locked: ReadonlySet<string>): WordsNotTaken[] {
  const [was, is] = [byId(theirs), byId(ours)]
  return unitOrder(theirs).flatMap((unit, index) => {
    if (!locked.has(unit)) return []
    const [theirUnit, ourUnit] = [was.get(unit)!, is.get(unit) ?? { fr: [], ja: [] }]
    const changed = LANGUAGES.filter(
      language => oneLanguage(theirUnit, language) !== oneLanguage(ourUnit, language),
    )
    if (changed.length === 0) return []
    return [
      {
        unit,
        number: index + 1,
        words: Object.fromEntries(changed.map(language => [language, ourUnit[language]])),
      },
    ]
  })
}

function byId(text: BilingualText): Map<UnitId, Pick<Unit, Language>> {
  return new Map(unitsOf(text).map(({ id, fr, ja }) => [id, { fr, ja }]))
}

function oneLanguage(unit: Pick<Unit, Language>, language: Language): string {
  return pairForm({ fr: [], ja: [], [language]: unit[language] })
}
