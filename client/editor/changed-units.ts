/** What changed in each unit since the text the draft started from, per language: the margin's quick answer, not a comparison. */
import type { BilingualText, Block } from '../../shared/model/bilingual-text.ts'
import { canonicalJson, normalContent } from '../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'

export type UnitChange = { readonly [L in Language]: boolean } & {
  /** The unit is not in the base at all. */
  readonly isNew: boolean
}

/** Only units that changed are in the map. Kinds, levels and formatting count as words do. */
export function changedUnits(base: BilingualText, text: BilingualText): ReadonlyMap<string, UnitChange> {
  const [before, after] = [writtenByUnit(base), writtenByUnit(text)]
  const changes = new Map<string, UnitChange>()
  for (const [unit, written] of after) {
    const old = before.get(unit)
    const [fr, ja] = LANGUAGES.map(language => (old?.[language] ?? '') !== written[language])
    if (fr || ja) changes.set(unit, { fr: fr!, ja: ja!, isNew: !old })
  }
  return changes
}

function writtenByUnit(text: BilingualText): Map<string, { fr: string; ja: string }> {
  const written = new Map<string, { fr: string; ja: string }>()
  for (const language of LANGUAGES)
    for (const block of text[language]) {
      const unit = written.get(block.unit) ?? { fr: '', ja: '' }
      unit[language] += writtenForm(block)
      written.set(block.unit, unit)
    }
  return written
}

function writtenForm({ kind, level, content }: Block): string {
  return canonicalJson([kind, level, normalContent(content)])
}
