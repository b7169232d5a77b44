/** Threads as one reader sees them, at one place of their text. */
import { mentionsIn } from '../../shared/model/comment-body.ts'
import type { MandateId, PersonId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import { activeMandates, type Mandate } from '../../shared/model/mandate.ts'
import { type Comment, type Place, readPlace, type Thread } from '../../shared/model/thread.ts'
import type {
  Circle,
  CommenterView,
  CommentView,
  ThreadMarkView,
  ThreadsView,
  ThreadView,
} from '../../shared/protocol/thread-views.ts'
import { anchorAt } from '../comments/anchor-at.ts'
import { findVersionIn, placeFacts, readableThreads } from '../comments/readable-threads.ts'
import { mayComment, maySeePerson } from '../policies/policies.ts'
import {
  beginningAudiences,
  callsAnyOf,
  circleOf,
  mayCommentIn,
  mayReadThread,
} from '../policies/thread-policies.ts'
import type { Database } from '../store/database.ts'
import {
  anchorsOfText,
  commentsOfText,
  marksOfText,
  readsOfText,
  type ThreadMark,
  wordingsOfText,
} from '../store/threads.ts'
import type { TextSituation } from '../texts/text-situation.ts'

export type ThreadReader = { readonly person: PersonId; readonly mandates: readonly Mandate[] }

/** The reader must be one who may read the place. */
export async function readThreadsView(
  db: Database,
  situation: TextSituation,
  reader: ThreadReader,
  place: Place,
  now: string,
): Promise<ThreadsView> {
  const threads = await readThreadViews(db, situation, reader, place)
  return {
    threads,
    circles: circlesAt(situation, reader, place),
    people: mayComment(reader.mandates) ? peopleToCall(situation, reader, now) : [],
    called: calledIn(situation, threads),
  }
}

/** Those that the reader may read, the oldest first. */
export async function readThreadViews(
  db: Database,
  situation: TextSituation,
  reader: ThreadReader,
  place: Place,
): Promise<ThreadView[]> {
  const { text } = situation
  const threads = await readableThreads(db, situation, reader.mandates)
  const [anchors, comments, wordings, marks, reads] = [
    await anchorsOfText(db, text.id),
    await commentsOfText(db, text.id),
    await wordingsOfText(db, text.id),
    await marksOfText(db, text.id),
    await readsOfText(db, reader.person, text.id),
  ]
  const firstDay = reader.mandates.map(({ startsAt }) => startsAt).sort()[0] ?? ''
  return threads.map(thread => {
    const origin = placeFacts(situation, thread.origin)!
    const continues = mayCommentIn(reader.mandates, text, thread, origin)
    const said = comments.get(thread.id) ?? []
    const done = marks.get(thread.id) ?? []
    const isNew = ({ at, by }: Comment | ThreadMark) =>
      at > (reads.get(thread.id) ?? firstDay) && !isOwn(situation, reader, by)
    return {
      id: thread.id,
      audience: thread.audience,
      circle: circleOf(thread, origin),
      origin: { place: thread.origin, label: versionLabel(situation, thread.origin) },
      anchor: anchorAt(situation, thread, anchors.get(thread.id)!, place),
      quote: thread.quote,
      by: commenterView(situation, reader, thread.by),
      createdAt: thread.createdAt,
      comments: said.map(comment => ({
        ...commentView(situation, reader, comment),
        earlier: wordings.get(comment.id) ?? [],
        mayEdit: continues && comment.deletedAt === null && isOwn(situation, reader, comment.by),
      })),
      marks: done.map(mark => markView(situation, reader, mark)),
      resolved: thread.resolved !== null,
      assignee: assigneeView(situation, reader, thread),
      unread: said.some(comment => comment.deletedAt === null && isNew(comment)) || done.some(isNew),
      callsMe: said.some(({ body }) => callsReader(reader, body)),
      mayComment: continues,
    }
  })
}

/** A comment that is not deleted calls the reader. */
export function callsReader({ mandates }: ThreadReader, body: string): boolean {
  return mentionsIn(body).some(mention => callsAnyOf(mandates, mention))
}

export function isOwn(situation: TextSituation, { person }: ThreadReader, by: MandateId): boolean {
  return situation.mandates.get(by)?.person === person
}

export function commenterView(situation: TextSituation, reader: ThreadReader, by: MandateId): CommenterView {
  const { title, side } = mandateOf(situation, by)
  return { title, side, mine: isOwn(situation, reader, by) }
}

/** Without what it said before, and not to be edited. */
export function commentView(situation: TextSituation, reader: ThreadReader, comment: Comment): CommentView {
  const { id, by, at, body, editedAt, deletedAt } = comment
  return {
    id,
    by: commenterView(situation, reader, by),
    at,
    body: deletedAt === null ? body : null,
    editedAt,
    deletedAt,
    earlier: [],
    mayEdit: false,
  }
}

export function markView(
  situation: TextSituation,
  reader: ThreadReader,
  { kind, at, by, assignee }: ThreadMark,
): ThreadMarkView {
  return {
    kind,
    at,
    by: commenterView(situation, reader, by),
    assignee: assignee && mandateOf(situation, assignee).title,
  }
}

/** The mandates that comments name, in words. */
export function calledIn(
  situation: TextSituation,
  threads: readonly {
    readonly comments: readonly (Pick<CommentView, 'body'> & Partial<Pick<CommentView, 'earlier'>>)[]
  }[],
): Readonly<Record<MandateId, BilingualLabel>> {
  const called: Record<MandateId, BilingualLabel> = {}
  for (const { comments } of threads)
    for (const { body, earlier = [] } of comments)
      for (const words of [body ?? '', ...earlier.map(wording => wording.body)])
        for (const mention of mentionsIn(words)) {
          const mandate = mention.kind === 'mandate' && situation.mandates.get(mention.mandate)
          if (mandate) called[mandate.id] = mandate.title
        }
  return called
}

function circlesAt(situation: TextSituation, { mandates }: ThreadReader, place: Place): Circle[] {
  const facts = placeFacts(situation, place)!
  return beginningAudiences(mandates, situation.text, facts).map(audience => circleOf({ audience }, facts))
}

/** Of those whom the reader may know, by mandates that hold now, whoever may read threads of a circle. */
function peopleToCall(situation: TextSituation, reader: ThreadReader, now: string): ThreadsView['people'] {
  const mandates = activeMandates([...situation.mandates.values()], now)
  return mandates.flatMap(mandate => {
    if (!maySeePerson(reader.mandates, [mandate])) return []
    const circles = CIRCLES.filter(circle => mayReadCircle(situation, [mandate], circle))
    if (!circles.length) return []
    const { id, title, side, role } = mandate
    return [{ mandate: id, title, side, role, mine: mandate.person === reader.person, circles }]
  })
}

const CIRCLES: readonly Circle[] = ['fra/draft', 'jap/draft', 'fra', 'jap', 'joint/draft', 'joint']
const SOME_VERSION = { origin: 'transmission', side: null, openedToLargeCommittee: false } as const

function mayReadCircle(situation: TextSituation, mandates: readonly Mandate[], circle: Circle): boolean {
  const [audience, draft] = circle.split('/') as [Thread['audience'], 'draft'?]
  return mayReadThread(
    mandates,
    situation.text,
    { audience },
    draft ? { draft: { audience } } : { version: SOME_VERSION },
  )
}

function assigneeView(
  situation: TextSituation,
  reader: ThreadReader,
  { assignee }: Thread,
): ThreadView['assignee'] {
  if (!assignee) return null
  return {
    mandate: assignee,
    title: mandateOf(situation, assignee).title,
    mine: isOwn(situation, reader, assignee),
  }
}

function versionLabel(situation: TextSituation, place: Place): string | null {
  const named = readPlace(place)!
  return 'version' in named ? (findVersionIn(situation, named.version)?.label ?? null) : null
}

function mandateOf(situation: TextSituation, id: MandateId): Mandate {
  const mandate = situation.mandates.get(id)
  if (!mandate) throw new Error(`no mandate ${id}`)
  return mandate
}
