import { expect, test } from 'vitest'
import { fieldWords, plainOfField } from '../../../client/features/changes/typed-words.ts'
import { rewordedUnit } from '../../../shared/integrate/reword-unit.ts'
import { type Block, plainText } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, FactId, UnitId } from '../../../shared/model/ids.ts'

const block: Block = {
  ...{ id: 'b' as BlockId, unit: 'u' as UnitId, kind: 'paragraph', level: 1 },
  content: [
    { type: 'text', text: 'Réunis à ' },
    { type: 'fact', fact: 'place' as FactId },
    { type: 'break' },
    { type: 'text', text: 'en octobre', marks: [{ type: 'bold' }] },
    { type: 'note', text: 'Du 21 au 24.' },
  ],
}
const facts = { ['place' as FactId]: { fr: 'Cannes', ja: 'カンヌ市' } }

test('[S2] in a field, what is no text is read in brackets of its own and told by its place', () => {
  const typed = fieldWords(block, 'fr', facts)
  expect(typed).toBe('Réunis à ⟦Cannes⟧⟦↵⟧en octobre⟦*⟧')
  expect(plainOfField(typed, 'fr')).toBe(plainText(block))
  expect(fieldWords(block, 'ja', facts)).toContain('⟦カンヌ市⟧')
})

test('[S2] retyped words keep facts, breaks, notes and the marks of what was left alone', () => {
  const typed = fieldWords(block, 'fr', facts).replace('Réunis', 'Rassemblés')
  const { fr } = rewordedUnit(
    block.unit,
    { fr: [block], ja: [] },
    { fr: [plainOfField(typed, 'fr')], ja: [] },
    () => 'new' as BlockId,
  )
  expect(fr[0]!.content).toEqual([{ type: 'text', text: 'Rassemblés à ' }, ...block.content.slice(1)])
})

test('[S2] a line broken in the field goes on, without a space in Japanese', () => {
  expect(plainOfField('un \n deux', 'fr')).toBe('un deux')
  expect(plainOfField('一\n二', 'ja')).toBe('一二')
})
