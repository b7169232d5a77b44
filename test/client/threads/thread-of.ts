/** A thread as the server shows it, from what a test cares for. */

import { anchorOfPassage, anchorOfUnit } from '../../../shared/model/anchor-in-text.ts'
import { type BilingualText, plainText } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, CommentId, MandateId, ThreadId, UnitId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { CommentView, ThreadView } from '../../../shared/protocol/thread-views.ts'

export const BY = { title: { fr: 'COPIL FRA', ja: 'フランス側' }, side: 'fra', mine: false } as const

export function threadOf(id: string, values: Partial<ThreadView> = {}): ThreadView {
  return {
    id: id as ThreadId,
    audience: 'joint',
    circle: 'joint',
    origin: { place: 'version:v', label: 'V1' },
    anchor: { unit: 'u1' as UnitId, blocks: [], passage: null },
    quote: null,
    by: BY,
    createdAt: '2026-06-01T08:00:00Z',
    comments: [comment('c1')],
    marks: [],
    resolved: false,
    assignee: null,
    unread: false,
    callsMe: false,
    mayComment: true,
    ...values,
  }
}

export function comment(id: string, values: Partial<CommentView> = {}): CommentView {
  return {
    id: id as CommentId,
    by: BY,
    at: '2026-06-01T08:00:00Z',
    body: 'Bien.',
    editedAt: null,
    deletedAt: null,
    earlier: [],
    mayEdit: false,
    ...values,
  }
}

/** One French and one Japanese paragraph per unit: u1, u2, … */
export function textOf(...units: readonly (readonly [fr: string, ja: string])[]): BilingualText {
  const blocks = (language: Language) =>
    units.map((pair, index) => ({
      id: `${language}${index + 1}` as BlockId,
      unit: `u${index + 1}` as UnitId,
      kind: 'paragraph' as const,
      level: 1 as const,
      content: [{ type: 'text' as const, text: pair[language === 'fr' ? 0 : 1] }],
    }))
  return { fr: blocks('fr'), ja: blocks('ja') }
}

export function anchorOn(text: BilingualText, language: Language, words: string) {
  const block = text[language].find(each => plainText(each).includes(words))!
  const at = plainText(block).indexOf(words)
  return anchorOfPassage(
    text,
    language,
    { block: block.id, offset: at },
    { block: block.id, offset: at + words.length },
  )!
}

export function anchorOnUnit(text: BilingualText, unit: string) {
  return anchorOfUnit(text, unit as UnitId)!
}

export const MANDATE = 'mandate-1' as MandateId
