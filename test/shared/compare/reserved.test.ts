import { describe, expect, test } from 'vitest'
import { bracketAlternatives } from '../../../shared/compare/bracket-alternatives.ts'
import type { AmendmentBlocks } from '../../../shared/compare/carry-out.ts'
import { mergeEdits } from '../../../shared/compare/merge-edits.ts'
import type { Block, Inline } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, FactId, UnitId } from '../../../shared/model/ids.ts'

/** `[fra …]` is a bracket of France. */
function written(blocks: readonly Block[]): string[] {
  return blocks.map(({ content }) =>
    content
      .map(inline => {
        if (inline.type !== 'text') return `<${inline.type}>`
        const bracket = inline.marks?.find(mark => mark.type === 'bracket')
        return bracket ? `[${bracket.by} ${inline.text}]` : inline.text
      })
      .join(''),
  )
}

const reserve = (ours: AmendmentBlocks, theirs: AmendmentBlocks) =>
  bracketAlternatives({ ours, by: 'jap', theirs, askedBy: 'fra', id: 'r1' })

describe('a reserved amendment', () => {
  test('[A1] [A5] shows both wordings side by side, each in brackets of who asks for it', () => {
    const reserved = reserve(
      { fr: [paragraph('f1', 'échanger 50 jeunes agents')], ja: [paragraph('j1', '50名の若手職員')] },
      { fr: [paragraph('f1', 'échanger 10 jeunes agents')], ja: [paragraph('j1', '10名の若手職員')] },
    )
    expect(written(reserved.fr)).toEqual(['échanger [jap 50][fra 10] jeunes agents'])
    expect(written(reserved.ja)).toEqual(['[jap 50][fra 10]名の若手職員'])
  })

  test('[A5] a paragraph asked for, or asked to go, stands in brackets as a whole', () => {
    const one = { fr: [paragraph('f1', 'Un.')], ja: [paragraph('j1', '一。')] }
    const none = { fr: [], ja: [] }
    expect(written(reserve(none, one).ja)).toEqual(['[fra 一。]'])
    expect(written(reserve(one, none).fr)).toEqual(['[jap Un.]'])
  })

  test('[A5] a language without a difference stays without brackets', () => {
    const ja = [paragraph('j1', '一。')]
    const reserved = reserve({ fr: [paragraph('f1', 'Un.')], ja }, { fr: [paragraph('f1', 'Deux.')], ja })
    expect(reserved.ja).toEqual(ja)
  })

  test('[A5] a split, and a change of a fact alone, leave both wordings whole under ids of their own', () => {
    const fr = [paragraph('f1', 'Une longue phrase du début. Une autre phrase de la fin.')]
    const split = [
      paragraph('f1', 'Une longue phrase du début.'),
      paragraph('f2', 'Une autre phrase de la fin.'),
    ]
    const reserved = reserve({ fr, ja: [] }, { fr: split, ja: [] }).fr
    expect(written(reserved)).toEqual([
      '[jap Une longue phrase du début. Une autre phrase de la fin.]',
      '[fra Une longue phrase du début.]',
      '[fra Une autre phrase de la fin.]',
    ])
    expect(new Set(reserved.map(({ id }) => id)).size).toBe(3)
    const facts = reserve(
      { fr: [sentence('f1', ['Les ', fact('a'), ' villes'])], ja: [] },
      { fr: [sentence('f1', ['Les ', fact('b'), ' villes'])], ja: [] },
    ).fr
    expect(written(facts)).toEqual(['[jap Les ]<fact>[jap  villes]', '[fra Les ]<fact>[fra  villes]'])
  })

  test('[A5] where only the kind or the place is asked for, the whole unit is in question', () => {
    const fr = [paragraph('f1', 'Un.')]
    expect(written(reserve({ fr, ja: [] }, { fr: [{ ...fr[0]!, kind: 'heading' }], ja: [] }).fr)).toEqual([
      '[fra Un.]',
    ])
  })
})

describe('two edits of one paragraph', () => {
  const base = { fr: [paragraph('f1', 'Nous voulons échanger des agents chaque année.')], ja: [] }
  const ours = { fr: [paragraph('f1', 'Nous souhaitons échanger des agents chaque année.')], ja: [] }

  test('[A1] come together where they do not touch', () => {
    const theirs = { fr: [paragraph('f1', 'Nous voulons échanger des agents tous les ans.')], ja: [] }
    expect(written(mergeEdits(base, ours, theirs)!.fr)).toEqual([
      'Nous souhaitons échanger des agents tous les ans.',
    ])
  })

  test('[A1] are left to a person where they overlap, or where one deleted or split', () => {
    const theirs = { fr: [paragraph('f1', 'Nous devons échanger des agents chaque année.')], ja: [] }
    expect(mergeEdits(base, ours, theirs)).toBeNull()
    expect(mergeEdits(base, ours, { fr: [], ja: [] })).toBeNull()
    expect(mergeEdits(base, { fr: [...ours.fr, paragraph('f2', 'x')], ja: [] }, theirs)).toBeNull()
  })

  test('[A1] of two languages come together: each side changed one', () => {
    const both = { fr: base.fr, ja: [paragraph('j1', '毎年、職員を派遣する。')] }
    const ja = [paragraph('j1', '毎年、若手職員を派遣する。')]
    expect(mergeEdits(both, { ...both, fr: ours.fr }, { ...both, ja })).toEqual({ fr: ours.fr, ja })
  })

  test('[A1] keep marks, facts and kinds of both', () => {
    const was = sentence('f1', ['Les ', fact('a'), ' villes et leurs habitants'])
    const mine = sentence('f1', ['Toutes les ', fact('a'), ' villes et leurs habitants'])
    const yours: Block = {
      ...sentence('f1', [
        'Les ',
        fact('a'),
        ' villes et ',
        { type: 'text', text: 'leurs habitants', marks: [{ type: 'bold' }] },
      ]),
      kind: 'commitment',
    }
    const merged = mergeEdits({ fr: [was], ja: [] }, { fr: [mine], ja: [] }, { fr: [yours], ja: [] })!
    expect(merged.fr).toEqual([
      {
        ...sentence('f1', [
          'Toutes les ',
          fact('a'),
          ' villes et ',
          { type: 'text', text: 'leurs habitants', marks: [{ type: 'bold' }] },
        ]),
        kind: 'commitment',
      },
    ])
  })
})

function paragraph(id: string, words: string): Block {
  return sentence(id, [words])
}

function sentence(id: string, content: readonly (string | Inline)[]): Block {
  return {
    id: id as BlockId,
    unit: 'u1' as UnitId,
    kind: 'paragraph',
    level: 1,
    content: content.map(part => (typeof part === 'string' ? { type: 'text', text: part } : part)),
  }
}

function fact(id: string): Inline {
  return { type: 'fact', fact: id as FactId }
}
