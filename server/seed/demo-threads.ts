/** The threads of the demonstration as rows. */
import { anchorOfPassage, anchorOfUnit } from '../../shared/model/anchor-in-text.ts'
import { type BilingualText, plainText } from '../../shared/model/bilingual-text.ts'
import { mentionToken } from '../../shared/model/comment-body.ts'
import type { MandateId, TextId, UnitId } from '../../shared/model/ids.ts'
import type { Anchor, Place } from '../../shared/model/thread.ts'
import { type DemoThread, demoThreads } from '../editions/demo/threads.ts'
import type { NewId } from '../new-id.ts'
import type { Database } from '../store/database.ts'
import { insertComment, insertThread, insertThreadMark, putAnchor, setResolved } from '../store/threads.ts'
import { exactInstant } from './make-edition.ts'

export type DemoPlaces = {
  /** The version of a label, or the draft for null. */
  readonly at: (label: string | null) => { readonly place: Place; readonly text: BilingualText }
  readonly by: (login: string) => MandateId
}

/** Call it in a transaction, after the versions and the draft. */
export async function insertDemoThreads(
  db: Database,
  text: TextId,
  { at, by }: DemoPlaces,
  newId: NewId,
): Promise<void> {
  for (const { audience, on, comments, resolved, assignee, ...hangs } of demoThreads) {
    const { place, text: words } = at(on)
    const anchor = anchorIn(words, hangs)
    const [first] = comments
    const createdAt = exactInstant(first!.at)
    const thread = newId('thread')
    const mark = { thread, assignee: null }
    await insertThread(db, {
      id: thread,
      text,
      audience,
      origin: place,
      quote: anchor.passage && { language: anchor.passage.language, words: anchor.passage.words },
      by: by(first!.by),
      createdAt,
      resolved: null,
      assignee: assignee === null ? null : by(assignee),
    })
    await putAnchor(db, thread, place, anchor, createdAt)
    for (const comment of comments)
      await insertComment(db, {
        id: newId('comment'),
        thread,
        by: by(comment.by),
        at: exactInstant(comment.at),
        body: withCalls(comment.body, by),
      })
    if (assignee) {
      const assigned = { kind: 'assigned', by: by(first!.by), at: createdAt, assignee: by(assignee) } as const
      await insertThreadMark(db, { ...mark, ...assigned })
    }
    if (resolved) {
      const done = { at: exactInstant(resolved.at), by: by(resolved.by) }
      await setResolved(db, thread, done)
      await insertThreadMark(db, { ...mark, ...done, kind: 'resolved' })
    }
  }
}

function anchorIn(text: BilingualText, { unit, passage }: Pick<DemoThread, 'unit' | 'passage'>): Anchor {
  const anchor = passage ? onWords(text, unit, ...passage) : anchorOfUnit(text, unit as UnitId)
  if (!anchor) throw new Error(`the demonstration discusses what is not there: ${unit} ${passage?.[1] ?? ''}`)
  return anchor
}

function onWords(
  text: BilingualText,
  unit: string,
  ...[language, words]: NonNullable<DemoThread['passage']>
): Anchor | undefined {
  const block = text[language].find(each => each.unit === unit && plainText(each).includes(words))
  if (!block) return undefined
  const from = plainText(block).indexOf(words)
  const position = (offset: number) => ({ block: block.id, offset })
  return anchorOfPassage(text, language, position(from), position(from + words.length))
}

function withCalls(body: string, by: DemoPlaces['by']): string {
  return body.replaceAll(/@(demo-[a-z0-9-]+|fra|jap)/g, (_, called: string) =>
    called === 'fra' || called === 'jap'
      ? mentionToken({ kind: 'side', side: called })
      : mentionToken({ kind: 'mandate', mandate: by(called) }),
  )
}
