/** The threads of a draft that one only reads: reviewers comment there without being able to edit [T4]. */
import { type ReactNode, useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { draftPlace, versionPlace } from '../../../shared/model/thread.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { ThreadsBeside } from './threads-beside.tsx'
import { useTextThreads } from './use-text-threads.ts'
import { useThreadKeys } from './use-thread-keys.ts'

type DraftThreadsProps = {
  readonly view: DraftView
  /** As it is shown. */
  readonly text: BilingualText
  readonly children: ReactNode
}

export function DraftThreads({ view, text, children }: DraftThreadsProps) {
  const threads = useTextThreads({
    of: view.text.id,
    place: draftPlace(view.draft.id),
    text,
    sharedElsewhere: useSharedElsewhere(view),
  })
  useThreadKeys(threads, text)
  return (
    <ThreadsBeside {...threads} text={text}>
      {children}
    </ThreadsBeside>
  )
}

/** In a private draft a shared thread cannot be begun: the version that it is based on is where both sides read. */
export function useSharedElsewhere({ base }: Pick<DraftView, 'base'>) {
  const navigate = useNavigate()
  const version = base?.id
  return useMemo(
    () =>
      version ? { place: versionPlace(version), go: () => void navigate(`/versions/${version}`) } : null,
    [version, navigate],
  )
}
