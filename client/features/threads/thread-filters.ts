/** Which threads the reader asked to see. Pure. */
import { isInternal } from '../../../shared/model/thread.ts'
import type { HungThread } from './hung-threads.ts'

export const THREAD_STATES = ['open', 'resolved', 'all'] as const
export const THREAD_CIRCLES = ['all', 'internal', 'shared'] as const
/** `mine`: begun or continued by the reader; `calls-me`: by name, role or side; `assigned`: to the reader. */
export const THREAD_CONCERNS = ['all', 'mine', 'calls-me', 'assigned', 'unread'] as const

export type ThreadFilters = {
  readonly state: (typeof THREAD_STATES)[number]
  readonly circle: (typeof THREAD_CIRCLES)[number]
  readonly concern: (typeof THREAD_CONCERNS)[number]
  /** Only those whose passage or unit is no longer in the text. */
  readonly lostOnly: boolean
}

export const OPEN_THREADS: ThreadFilters = { state: 'open', circle: 'all', concern: 'all', lostOnly: false }

export function passesThread({ thread, location }: HungThread, filters: ThreadFilters): boolean {
  const { state, circle, concern, lostOnly } = filters
  if (state !== 'all' && thread.resolved !== (state === 'resolved')) return false
  if (circle !== 'all' && isInternal(thread) !== (circle === 'internal')) return false
  if (lostOnly && location.state !== 'detached' && !(location.state === 'unit' && location.gone)) return false
  switch (concern) {
    case 'all':
      return true
    case 'mine':
      return thread.by.mine || thread.comments.some(({ by }) => by.mine)
    case 'calls-me':
      return thread.callsMe
    case 'assigned':
      return thread.assignee?.mine ?? false
    case 'unread':
      return thread.unread
  }
}

/** How many filters are set beside the state. */
export function countThreadFilters({ circle, concern, lostOnly }: ThreadFilters): number {
  return [circle !== 'all', concern !== 'all', lostOnly].filter(Boolean).length
}
