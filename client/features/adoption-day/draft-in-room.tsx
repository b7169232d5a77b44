/** The joint draft of the current stage before the room, live; nothing is written from here but by asking. */
import { useMemo, useState, useSyncExternalStore } from 'react'
import { factValues } from '../../../shared/model/fact-values.ts'
import { draftPlace } from '../../../shared/model/thread.ts'
import type { DraftView, TextView, VersionView } from '../../../shared/protocol/views.ts'
import type { DraftConnection } from '../../editor/connection/draft-connection.ts'
import { createLiveText } from '../../editor/live-text.ts'
import { createLockStore } from '../../editor/locks/lock-store.ts'
import { useAsk } from '../../queries.ts'
import { Frame } from '../../ui/frame.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useAgreement } from '../agreement/use-agreement.ts'
import { useUnitChanges } from '../changes/use-unit-changes.ts'
import { useDraftConnection } from '../drafts/use-draft-connection.ts'
import { AskFailure } from '../texts/ask-failure.tsx'
import { RoomView } from './room-view.tsx'
import { useOnline } from './use-online.ts'
import { VersionInRoom } from './version-in-room.tsx'

type DraftInRoomProps = {
  readonly id: string
  /** Shown where the draft is that of a stage that is not current. */
  readonly instead: VersionView | undefined
  readonly view: TextView
}

export function DraftInRoom({ id, instead, view }: DraftInRoomProps) {
  const { data, error, refetch } = useAsk('GET /api/drafts/:id', { params: { id } })
  if (error && !data)
    return (
      <Frame>
        <AskFailure error={error} retry={() => void refetch()} />
      </Frame>
    )
  if (!data) return <Loading />
  if (data.stage?.state !== 'current' && instead) return <VersionInRoom version={instead} view={view} />
  return <Connected key={`${data.draft.id} ${data.epoch}`} view={data} />
}

function Connected({ view }: { readonly view: DraftView }) {
  // Only who writes keeps to locks; the room reads.
  const [locks] = useState(createLockStore)
  const { connection } = useDraftConnection(view, 'read', locks)
  return connection ? <Live view={view} connection={connection} /> : <Loading />
}

function Live({ view, connection }: { readonly view: DraftView; readonly connection: DraftConnection }) {
  const live = useMemo(() => createLiveText(connection.doc), [connection])
  const content = useSyncExternalStore(live.subscribe, live.get)
  const facts = useMemo(() => factValues(content, view.facts), [content, view.facts])
  const agreement = useAgreement({ of: view.text, place: draftPlace(view.draft.id), live })
  const changes = useUnitChanges(view)
  const lost = !useOnline(connection)
  const room = useMemo(
    () => ({
      ...{ of: view.text, content, facts, agreement, changes },
      source: { kind: 'draft', view, live, stage: view.stage?.name ?? null, lost } as const,
    }),
    [view, content, facts, agreement, changes, live, lost],
  )
  return <RoomView room={room} />
}
