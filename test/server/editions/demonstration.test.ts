import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { demoEdition, demoTexts } from '../../../server/editions/demo/demonstration.ts'
import { withFactIds } from '../../../server/editions/demo/text-source.ts'
import {
  type BilingualText,
  BLOCK_KINDS,
  type Inline,
  unitsOf,
} from '../../../shared/model/bilingual-text.ts'
import { canonicalForm, parseCanonicalForm } from '../../../shared/model/canonical-form.ts'
import type { FactId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { readBilingualText } from '../../../shared/schema/y-text.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import { frenchFaults, japaneseFaults } from './language-shape.ts'

const texts: readonly { readonly name: string; readonly text: BilingualText }[] = [
  ...demoTexts.versions.map(version => ({ name: version.label, text: version.text })),
  ...demoTexts.draft.steps.map(({ at, text }) => ({ name: `draft of V2 at ${at}`, text })),
]
const [previous, v1, answer] = demoTexts.versions.map(version => version.text)
const draft = demoTexts.draft.text

describe.each(texts)('demonstration text $name', ({ text }) => {
  it('[U2] gives every block its own id, and a unit', () => {
    const blocks = [...text.fr, ...text.ja]
    expect(new Set(blocks.map(block => block.id)).size).toBe(blocks.length)
    expect(blocks.every(block => block.unit !== '')).toBe(true)
  })

  it('[U3] uses known kinds, and levels only for headings and items', () => {
    for (const block of [...text.fr, ...text.ja]) {
      expect(BLOCK_KINDS).toContain(block.kind)
      if (!['heading', 'bullet', 'number'].includes(block.kind)) expect(block.level).toBe(1)
    }
  })

  it('[U1] keeps the units in the same order in both languages', () => {
    const common = unitsOf(text).filter(unit => unit.fr.length > 0 && unit.ja.length > 0)
    for (const language of LANGUAGES) {
      const order = [...new Set(text[language].map(block => block.unit))]
      expect(order.filter(id => common.some(unit => unit.id === id))).toEqual(common.map(unit => unit.id))
    }
  })

  it('[U1] keeps one kind per unit, the same in both languages', () => {
    for (const unit of unitsOf(text))
      expect(new Set([...unit.fr, ...unit.ja].map(block => block.kind)).size, unit.id).toBe(1)
  })

  it('[Q2] keeps the typography of each language', () => {
    for (const block of text.fr) expect(frenchFaults(read(block.content)), block.id).toEqual([])
    for (const block of text.ja) expect(japaneseFaults(read(block.content)), block.id).toEqual([])
  })

  it('[F1] names only facts of the edition, the same ones in both languages of a unit', () => {
    const keys = demoEdition.facts.map(fact => fact.key)
    for (const unit of unitsOf(text)) {
      const used = {
        fr: unit.fr.flatMap(block => factKeys(block.content)),
        ja: unit.ja.flatMap(block => factKeys(block.content)),
      }
      for (const key of [...used.fr, ...used.ja]) expect(keys).toContain(key)
      if (unit.fr.length > 0 && unit.ja.length > 0) expect(used.fr.toSorted()).toEqual(used.ja.toSorted())
    }
  })

  it('[R9] is the same after a passage through a Y.Doc', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, newDocumentState(text))
    expect(canonicalForm(readBilingualText(doc))).toBe(canonicalForm(text))
  })

  it('[R4] survives its canonical form', () => {
    const form = canonicalForm(text)
    expect(canonicalForm(parseCanonicalForm(form).text)).toBe(form)
  })
})

describe('the round of versions', () => {
  it('[U1] has a unit of two French blocks and one Japanese, and units that one language lacks', () => {
    const shapes = unitsOf(previous!).map(unit => `${unit.fr.length}:${unit.ja.length}`)
    expect(shapes).toContain('2:1')
    expect(shapes).toContain('1:0')
    expect(unitsOf(draft).map(unit => `${unit.fr.length}:${unit.ja.length}`)).toContain('0:1')
  })

  it('[C2] keeps the block ids of what a version does not touch', () => {
    const ids = (text: BilingualText) => new Set([...text.fr, ...text.ja].map(block => block.id))
    const kept = [...ids(previous!)].filter(id => ids(v1!).has(id))
    expect(kept.length).toBe(ids(previous!).size - 4)
    expect([...ids(v1!)].filter(id => !ids(answer!).has(id))).toEqual([])
  })

  it('[C3] has two units of version 1 that changed in one language only, apart from typography', () => {
    expect(changedAlone(previous!, v1!)).toEqual(['u18', 'u33'])
  })

  it('[A1] answers with nine amendments, and the draft has taken some of them', () => {
    expect(changed(v1!, answer!)).toEqual(['u03', 'u15', 'u18', 'u19', 'u33', 'u34', 'u40', 'u42', 'u43'])
    expect(changed(answer!, draft)).toEqual(['u15', 'u40', 'u42', 'u43', 'u44'])
  })

  it('[A5] asks for a bracket in the answer, with the same id in both languages', () => {
    const brackets = LANGUAGES.map(language =>
      answer![language].flatMap(block => block.content.flatMap(bracketIds)),
    )
    expect(brackets).toEqual([['b1'], ['b1']])
  })

  it('[F1] takes the ids of an edition in place of the keys, and refuses an unknown key', () => {
    const ids = new Map(demoEdition.facts.map(fact => [fact.key, `id-of-${fact.key}` as FactId]))
    const resolved = withFactIds(v1!, ids)
    expect(resolved.fr.flatMap(block => factKeys(block.content))).toContain('id-of-number-jap')
    expect(() => withFactIds(v1!, new Map())).toThrow('no fact with the key')
  })

  it('[R7] was transmitted in the order of the plan, and in time', () => {
    const made = demoTexts.versions.map(version => version.madeAt)
    expect(made).toEqual(made.toSorted())
    for (const version of demoTexts.versions) {
      const stage = demoEdition.stages.find(({ position }) => position === version.stage)
      if (stage?.due) expect(version.madeAt < stage.due.at).toBe(true)
      if (stage) expect(stage.versionLabel).toBe(version.label)
    }
  })

  it('[D2] has cover notes in both languages that keep their typography', () => {
    for (const { coverNote, origin } of demoTexts.versions) {
      if (origin === 'transmission') expect(coverNote.fr.length > 0 && coverNote.ja.length > 0).toBe(true)
      expect(frenchFaults(coverNote.fr)).toEqual([])
      expect(japaneseFaults(coverNote.ja)).toEqual([])
    }
  })

  it('[A1] gives its reasons in both languages, and they keep their typography', () => {
    const reasons = demoTexts.draft.steps.flatMap(({ decision }) => decision?.reason ?? [])
    expect(reasons.length).toBeGreaterThan(1)
    for (const { fr, ja } of reasons) {
      expect([fr, ja]).not.toContain('')
      expect(frenchFaults(fr)).toEqual([])
      expect(japaneseFaults(ja)).toEqual([])
    }
  })
})

function read(content: readonly Inline[]): string {
  return content
    .map(inline => (inline.type === 'text' || inline.type === 'note' ? inline.text : 'x'))
    .join('')
}

function factKeys(content: readonly Inline[]): string[] {
  return content.flatMap(inline => (inline.type === 'fact' ? [inline.fact] : []))
}

function bracketIds(inline: Inline): string[] {
  if (inline.type !== 'text') return []
  return (inline.marks ?? []).flatMap(mark => (mark.type === 'bracket' ? [mark.id] : []))
}

/** What the unit says in a language, with compatible widths folded: a change of width is typographic. */
function says(text: BilingualText, unit: string, language: Language): string {
  const blocks = text[language].filter(block => block.unit === unit)
  return JSON.stringify(blocks.map(block => block.content)).normalize('NFKC')
}

function changed(before: BilingualText, after: BilingualText): string[] {
  return differing(before, after, flags => flags.fr || flags.ja)
}

function changedAlone(before: BilingualText, after: BilingualText): string[] {
  return differing(before, after, flags => flags.fr !== flags.ja)
}

function differing(
  before: BilingualText,
  after: BilingualText,
  matters: (flags: { fr: boolean; ja: boolean }) => boolean,
): string[] {
  const units = new Set([before, after].flatMap(text => unitsOf(text).map(unit => unit.id)))
  const differs = (unit: string, language: Language) =>
    says(before, unit, language) !== says(after, unit, language)
  return [...units].filter(unit => matters({ fr: differs(unit, 'fr'), ja: differs(unit, 'ja') })).toSorted()
}
