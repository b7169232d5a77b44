/** What was said and done in a thread, in the order in which it happened. */
import type { CommentView, ThreadMarkView, ThreadView } from '../../../shared/protocol/thread-views.ts'

export type ThreadEntry =
  | { readonly type: 'comment'; readonly at: string; readonly key: string; readonly comment: CommentView }
  | { readonly type: 'mark'; readonly at: string; readonly key: string; readonly mark: ThreadMarkView }

export function threadEntries({ comments, marks }: Pick<ThreadView, 'comments' | 'marks'>): ThreadEntry[] {
  const entries: ThreadEntry[] = [
    ...comments.map(comment => ({
      type: 'comment' as const,
      at: comment.at,
      key: comment.id as string,
      comment,
    })),
    ...marks.map((mark, index) => ({
      type: 'mark' as const,
      at: mark.at,
      key: `${mark.kind} ${mark.at} ${index}`,
      mark,
    })),
  ]
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
