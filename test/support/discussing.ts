/** Threads of comments in a room of tests: begun on a version or draft, by actors. */
import { anchorOfPassage, anchorOfUnit } from '../../shared/model/anchor-in-text.ts'
import { type Audience, type BilingualText, plainText, unitOrder } from '../../shared/model/bilingual-text.ts'
import type { TextId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { Anchor, Place } from '../../shared/model/thread.ts'
import type { ThreadsView, ThreadView } from '../../shared/protocol/thread-views.ts'
import type { Answer, TestRoom } from './test-app.ts'
import type { Actor } from './test-edition.ts'

/** On the nth unit of a text. */
export function unitAnchor(text: BilingualText, index: number): Anchor {
  return anchorOfUnit(text, unitOrder(text)[index]!)!
}

/** On words that one block of the language has. */
export function wordsAnchor(text: BilingualText, language: Language, words: string): Anchor {
  const block = text[language].find(each => plainText(each).includes(words))!
  const from = plainText(block).indexOf(words)
  const [start, end] = [from, from + words.length].map(offset => ({ block: block.id, offset }))
  return anchorOfPassage(text, language, start!, end!)!
}

export function beginIn(
  room: TestRoom,
  actor: Actor,
  place: Place,
  audience: Audience,
  anchor: Anchor,
  body = 'Est-ce bien cela ?',
): Promise<Answer<'POST /api/texts/:id/threads'>> {
  return room.call(actor, 'POST /api/texts/:id/threads', {
    params: textOf(room),
    body: { place, audience, anchor, body },
  })
}

/** As `beginIn`, where it must go well. */
export async function begun(...asked: Parameters<typeof beginIn>): Promise<ThreadView> {
  const answer = await beginIn(...asked)
  if (!answer.ok) throw new Error(`${asked[1]} may not begin a thread: ${answer.refusal}`)
  return answer.value
}

export function threadsAt(room: TestRoom, actor: Actor, place: Place): Promise<ThreadsView> {
  return room.get(actor, 'GET /api/texts/:id/threads', { params: textOf(room), query: { place } })
}

function textOf(room: TestRoom): { readonly id: TextId } {
  return { id: room.edition.declaration }
}
