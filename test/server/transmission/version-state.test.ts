import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readState, versionState } from '../../../server/transmission/version-state.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import { canonicalForm } from '../../../shared/model/canonical-form.ts'
import { fragmentOf, readBilingualText } from '../../../shared/schema/y-text.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import { randomText, revisedText } from '../../support/random-text.ts'
import { seeded } from '../../support/seeded.ts'

const block = (id: string, unit: string, text: string): Block =>
  ({ id, unit, kind: 'paragraph', level: 1, content: [{ type: 'text', text }] }) as unknown as Block

const base: BilingualText = {
  fr: [block('f1', 'u1', 'Nous coopérons.'), block('f2', 'u2', 'Nous nous reverrons.')],
  ja: [block('j1', 'u1', '協力する。'), block('j2', 'u2', '再会する。')],
}
const BASE_STATE = newDocumentState(base)

/** Someone types in the first French block and a colleague takes it back; what stays is one other word. */
function privateDraft(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, BASE_STATE)
  const typist = new Y.Doc()
  Y.applyUpdate(typist, Y.encodeStateAsUpdate(doc))
  const words = () => (fragmentOf(typist, 'fr').get(0) as Y.XmlElement).get(0) as Y.XmlText
  words().insert(5, 'SECRET-ABANDONNÉ ')
  words().insert(0, 'Oui, ')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(typist))
  const kept = (fragmentOf(doc, 'fr').get(0) as Y.XmlElement).get(0) as Y.XmlText
  kept.delete(kept.toString().indexOf('SECRET'), 'SECRET-ABANDONNÉ '.length)
  return doc
}

const contains = (bytes: Uint8Array, words: string) =>
  Buffer.from(bytes).includes(Buffer.from(words)) ||
  Buffer.from(bytes).includes(Buffer.from(words, 'utf16le'))
const clientsOf = (bytes: Uint8Array) => new Set(Y.parseUpdateMeta(bytes).to.keys())

describe('the state of a version', () => {
  it('[R4] reads exactly as the draft did', () => {
    const text = readBilingualText(privateDraft())
    expect(canonicalForm(readState(versionState(BASE_STATE, text)))).toBe(canonicalForm(text))
    expect(readState(versionState(BASE_STATE, text)).fr[0]!.content).toEqual([
      { type: 'text', text: 'Oui, Nous coopérons.' },
    ])
  })

  it('[M3] has no word that the private draft deleted, and no client id of those who typed', () => {
    const draft = privateDraft()
    const log = Y.encodeStateAsUpdate(draft)
    const state = versionState(BASE_STATE, readBilingualText(draft))
    expect(contains(state, 'SECRET')).toBe(false)
    const typists = [...clientsOf(log)].filter(client => !clientsOf(BASE_STATE).has(client))
    expect(typists.length).toBeGreaterThan(0)
    for (const typist of typists) expect(clientsOf(state).has(typist)).toBe(false)
  })

  it('[R3] continues the history of its base: an anchor in untouched words still holds', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, BASE_STATE)
    const words = (fragmentOf(doc, 'fr').get(0) as Y.XmlElement).get(0) as Y.XmlText
    const anchor = Y.createRelativePositionFromTypeIndex(words, 'Nous '.length, 0)
    const next = new Y.Doc()
    Y.applyUpdate(next, versionState(BASE_STATE, readBilingualText(privateDraft())))
    const found = Y.createAbsolutePositionFromRelativePosition(anchor, next)
    expect(found?.index).toBe('Oui, Nous '.length)
  })

  it('[R3] two versions that answer the same base share no id of a change of their own', () => {
    const text = readBilingualText(privateDraft())
    const own = (state: Uint8Array) =>
      [...clientsOf(state)].filter(client => !clientsOf(BASE_STATE).has(client))
    const [a, b] = [versionState(BASE_STATE, text), versionState(BASE_STATE, text)].map(own)
    expect(a).toHaveLength(1)
    expect(b).toHaveLength(1)
    expect(a).not.toEqual(b)
  })

  it('[R4] reads as the draft for 200 random revisions', () => {
    const seed = Number(process.env.SEED ?? 20261)
    const random = seeded(seed)
    for (let round = 0; round < 200; round++) {
      const old = randomText(random)
      const text = revisedText(random, old)
      expect(() => versionState(newDocumentState(old), text), `seed ${seed} round ${round}`).not.toThrow()
    }
  })
})
