import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { canonicalForm } from '../../../shared/model/canonical-form.ts'
import { findUnreadable, readBilingualText, UnreadableBlock } from '../../../shared/schema/y-text.ts'
import {
  applyBilingualText,
  blankText,
  newDocumentState,
  publicState,
} from '../../../shared/schema/y-write.ts'
import { randomText, revisedText } from '../../support/random-text.ts'
import { seeded } from '../../support/seeded.ts'

function documentOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

describe('a bilingual text in a Y.Doc', () => {
  test('[R4] what is written is read back, and every revision applied to the old text gives the new one', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const random = seeded(seed)
      let text = randomText(random)
      const doc = documentOf(newDocumentState(text))
      for (let round = 0; round < 3; round++) {
        text = revisedText(random, text)
        applyBilingualText(doc, text)
        expect(canonicalForm(readBilingualText(doc)), `seed ${seed}, round ${round}`).toBe(
          canonicalForm(text),
        )
      }
    }
  })

  test('[R3] where a block is rewritten almost whole, what stands at its head and tail keeps its anchors', () => {
    const words = (seed: number) => {
      const random = seeded(seed)
      return Array.from({ length: 1500 }, () => Math.floor(random.next() * 1e9).toString(36)).join(' ')
    }
    const textOf = (middle: string): BilingualText => {
      const { fr, ja } = blankText(() => 'block-of-test')
      return { fr: [{ ...fr[0]!, content: [{ type: 'text', text: `Tête 𠮟。${middle}。𠮟 fin` }] }], ja }
    }
    const doc = documentOf(newDocumentState(textOf(words(1))))
    const text = (doc.getXmlFragment('fr').get(0) as Y.XmlElement).get(0) as Y.XmlText
    const anchorAt = (index: number) => Y.createRelativePositionFromTypeIndex(text, index)
    const [head, tail] = [anchorAt(2), anchorAt(text.length - 2)]
    applyBilingualText(doc, textOf(words(2)))
    expect(canonicalForm(readBilingualText(doc))).toBe(canonicalForm(textOf(words(2))))
    expect(Y.createAbsolutePositionFromRelativePosition(head, doc)!.index).toBe(2)
    expect(Y.createAbsolutePositionFromRelativePosition(tail, doc)!.index).toBe(text.length - 2)
  })

  test('[M3] the public state of a version holds no word that a private draft deleted', () => {
    const random = seeded(7)
    const before = randomText(random, 6)
    const base = newDocumentState(before)
    const draft = documentOf(base)
    const block = draft.getXmlFragment('fr').get(0) as Y.XmlElement
    const secret = new Y.XmlText('Une concession que nul ne doit lire.')
    block.insert(0, [secret])
    block.delete(0, 1)
    const state = publicState(base, readBilingualText(draft))
    expect(Buffer.from(state).includes('concession')).toBe(false)
    expect(Y.decodeUpdate(state).structs.some(struct => struct.id.client === draft.clientID)).toBe(false)
  })

  test('[R3] an anchor in a passage that a revision does not touch survives it', () => {
    const random = seeded(3)
    const text = {
      fr: [
        {
          ...randomText(random, 1).fr[0]!,
          content: [{ type: 'text' as const, text: 'Les collectivités agissent ensemble.' }],
        },
      ],
      ja: [],
    }
    const doc = documentOf(newDocumentState(text))
    const yText = (doc.getXmlFragment('fr').get(0) as Y.XmlElement).get(0) as Y.XmlText
    const anchor = Y.createRelativePositionFromTypeIndex(yText, 'Les collectivités '.length)
    const revised = {
      ...text,
      fr: [
        {
          ...text.fr[0]!,
          content: [{ type: 'text' as const, text: 'Toutes les collectivités agissent aussi ensemble.' }],
        },
      ],
    }
    applyBilingualText(doc, revised)
    const position = Y.createAbsolutePositionFromRelativePosition(anchor, doc)
    expect(position?.index).toBe('Toutes les collectivités '.length)
  })

  test('[U2] a block of an unknown kind is named, and reading leaves it where it is', () => {
    const doc = new Y.Doc()
    const alien = new Y.XmlElement('block')
    alien.setAttribute('kind', 'hologram')
    doc.getXmlFragment('fr').insert(0, [alien])
    const before = Y.encodeStateAsUpdate(doc)
    expect(() => readBilingualText(doc)).toThrow(UnreadableBlock)
    expect(findUnreadable(doc)).toMatchObject([{ language: 'fr', index: 0 }])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
})
