import { describe, expect, it } from 'vitest'
import { demoEdition } from '../../../server/editions/demo/demonstration.ts'
import { demoPeople } from '../../../server/editions/demo/people.ts'
import { lastVisits } from '../../../server/editions/demo/recent-days.ts'
import { demoSubmissions } from '../../../server/editions/demo/restitution.ts'
import { type Inline, unitsOf } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { frenchFaults, japaneseFaults } from './language-shape.ts'

describe.each(demoSubmissions)('$label of workshop $workshop', ({ text, coverNote, by, at, workshop }) => {
  it('[W1] says everything in both languages, with the notes of whoever speaks', () => {
    for (const unit of unitsOf(text)) {
      expect([unit.fr.length, unit.ja.length], unit.id).toEqual([1, 1])
      const notes = LANGUAGES.map(
        language => unit[language].flatMap(({ content }) => content).filter(isNote).length,
      )
      expect(notes[0], unit.id).toBe(notes[1])
    }
    expect(text.fr.flatMap(({ content }) => content).filter(isNote).length).toBeGreaterThan(1)
  })

  it('[Q2] keeps the typography of each language', () => {
    for (const block of text.fr) expect(frenchFaults(read(block.content)), block.id).toEqual([])
    for (const block of text.ja) expect(japaneseFaults(read(block.content)), block.id).toEqual([])
    expect(frenchFaults(coverNote.fr)).toEqual([])
    expect(japaneseFaults(coverNote.ja)).toEqual([])
  })

  it('[W2] was submitted by a lead of its workshop, before anybody’s last visit', () => {
    const lead = demoPeople.find(({ login }) => login === by)
    expect([lead?.role, lead?.workshop]).toEqual(['lead', workshop])
    for (const visit of Object.values(lastVisits)) expect(at < visit).toBe(true)
  })

  it('[F1] names only facts of the edition', () => {
    const keys = demoEdition.facts.map(({ key }) => key)
    for (const block of [...text.fr, ...text.ja])
      for (const inline of block.content) if (inline.type === 'fact') expect(keys).toContain(inline.fact)
  })
})

function isNote({ type }: Inline): boolean {
  return type === 'note'
}

function read(content: readonly Inline[]): string {
  return content
    .map(inline => (inline.type === 'text' || inline.type === 'note' ? inline.text : 'x'))
    .join('')
}
