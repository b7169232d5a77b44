/** The threads of a text at one place, live, and what one does with them. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Audience } from '../../../shared/model/bilingual-text.ts'
import type { CommentId, MandateId, TextId, ThreadId } from '../../../shared/model/ids.ts'
import type { Anchor, Place } from '../../../shared/model/thread.ts'
import type { ThreadsView, ThreadView } from '../../../shared/protocol/thread-views.ts'
import { call } from '../../api.ts'
import { keyOf, useAct } from '../../queries.ts'

export type NewThreadWords = {
  readonly audience: Audience
  readonly anchor: Anchor
  readonly body: string
  readonly assignee?: MandateId | null
}

/** Each resolves when the server has it, and rejects with the error of `call`: the words are then still one's own. */
export type ThreadActs = {
  readonly begin: (thread: NewThreadWords) => Promise<ThreadView>
  readonly reply: (thread: ThreadId, body: string) => Promise<void>
  readonly edit: (comment: CommentId, body: string) => Promise<void>
  readonly remove: (comment: CommentId) => Promise<void>
  readonly resolve: (thread: ThreadId) => Promise<void>
  readonly reopen: (thread: ThreadId) => Promise<void>
  readonly assign: (thread: ThreadId, to: MandateId | null) => Promise<void>
  readonly markRead: (thread: ThreadId) => Promise<void>
}

export type Threads = {
  readonly text: TextId
  readonly place: Place
  /** Undefined until they are known, and for who may not know of them. */
  readonly view: ThreadsView | undefined
  readonly error: Error | null
  readonly acts: ThreadActs
}

/** What is answered where nothing is asked. */
const TOUCHES = ['GET /api/texts/:id/threads', 'GET /api/desk', 'GET /api/news', 'GET /api/awaiting'] as const
/** Reading changes nothing for the others, and no event tells of it. */
const READING_TOUCHES = ['GET /api/desk', 'GET /api/news', 'GET /api/awaiting'] as const

/** Asks nothing while `asks` is false. */
export function useThreads(text: TextId, place: Place, asks = true): Threads {
  const client = useQueryClient()
  const asked = useMemo(() => ({ params: { id: text }, query: { place } }), [text, place])
  const { data, error } = useQuery<ThreadsView, Error>({
    queryKey: keyOf('GET /api/texts/:id/threads', asked),
    queryFn: () => call('GET /api/texts/:id/threads', asked),
    enabled: asks,
  })
  const acts = useThreadActs(client, text, place)
  return useMemo(() => ({ text, place, view: data, error, acts }), [text, place, data, error, acts])
}

function useThreadActs(client: QueryClient, text: TextId, place: Place): ThreadActs {
  const { mutateAsync: begin } = useAct('POST /api/texts/:id/threads', TOUCHES)
  const { mutateAsync: reply } = useAct('POST /api/threads/:id/comments', TOUCHES)
  const { mutateAsync: edit } = useAct('PUT /api/comments/:id', TOUCHES)
  const { mutateAsync: remove } = useAct('DELETE /api/comments/:id', TOUCHES)
  const { mutateAsync: setState } = useAct('PUT /api/threads/:id/state', TOUCHES)
  const { mutateAsync: assign } = useAct('PUT /api/threads/:id/assignee', TOUCHES)
  const { mutateAsync: read } = useAct('POST /api/threads/:id/read', READING_TOUCHES)
  return useMemo(() => {
    const key = keyOf('GET /api/texts/:id/threads', { params: { id: text }, query: { place } })
    /** Shows at once what is about to be so; takes it back when it is refused. */
    const shownAtOnce = async (
      id: ThreadId,
      change: Partial<Pick<ThreadView, 'resolved' | 'unread'>>,
      act: () => Promise<unknown>,
    ) => {
      await client.cancelQueries({ queryKey: key })
      const before = client.getQueryData<ThreadsView>(key)?.threads.find(thread => thread.id === id)
      const show = (values: Partial<ThreadView>) =>
        client.setQueryData<ThreadsView>(
          key,
          view =>
            view && {
              ...view,
              threads: view.threads.map(thread => (thread.id === id ? { ...thread, ...values } : thread)),
            },
        )
      show(change)
      try {
        await act()
      } catch (error) {
        if (before)
          show(Object.fromEntries(Object.keys(change).map(name => [name, before[name as keyof ThreadView]])))
        throw error
      }
    }
    return {
      begin: ({ assignee = null, ...thread }) =>
        begin({ params: { id: text }, body: { place, assignee, ...thread } }),
      reply: async (thread, body) => {
        await reply({ params: { id: thread }, body: { body } })
      },
      edit: async (comment, body) => {
        await edit({ params: { id: comment }, body: { body } })
      },
      remove: async comment => {
        await remove({ params: { id: comment } })
      },
      resolve: thread =>
        shownAtOnce(thread, { resolved: true }, () =>
          setState({ params: { id: thread }, body: { resolved: true } }),
        ),
      reopen: thread =>
        shownAtOnce(thread, { resolved: false }, () =>
          setState({ params: { id: thread }, body: { resolved: false } }),
        ),
      assign: async (thread, to) => {
        await assign({ params: { id: thread }, body: { assignee: to } })
      },
      markRead: thread => shownAtOnce(thread, { unread: false }, () => read({ params: { id: thread } })),
    }
  }, [client, text, place, begin, reply, edit, remove, setState, assign, read])
}
