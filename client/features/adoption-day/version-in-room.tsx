/** A version before the room, where there is no joint draft: the last one, or the adopted text. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DraftId } from '../../../shared/model/ids.ts'
import { versionPlace } from '../../../shared/model/thread.ts'
import type { TextView, VersionView } from '../../../shared/protocol/views.ts'
import { call } from '../../api.ts'
import { keyOf, useAsk } from '../../queries.ts'
import { Frame } from '../../ui/frame.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useAgreement } from '../agreement/use-agreement.ts'
import { AskFailure } from '../texts/ask-failure.tsx'
import { RoomView } from './room-view.tsx'

export function VersionInRoom({ version, view }: { readonly version: VersionView; readonly view: TextView }) {
  const { data, error, refetch } = useAsk('GET /api/versions/:id', { params: { id: version.id } })
  const agreement = useAgreement({ of: view.text, place: versionPlace(version.id) })
  const changes = useChangesOfVersion(version, view)
  const room = useMemo(
    () =>
      data && {
        ...{ of: view.text, content: data.content, facts: data.facts, agreement, changes },
        source: {
          kind: 'version',
          label: version.label,
          adopted: version.origin === 'adoption',
        } as const,
      },
    [data, view.text, version, agreement, changes],
  )
  if (error && !data)
    return (
      <Frame>
        <AskFailure error={error} retry={() => void refetch()} />
      </Frame>
    )
  return room ? <RoomView room={room} /> : <Loading />
}

/** Of the joint draft that it was; a version that one side made has none. */
function useChangesOfVersion({ id, side, origin }: VersionView, { pastDrafts }: TextView) {
  const draft: DraftId | undefined = pastDrafts.find(past => past.version === id)?.draft
  const asked = { params: { id: draft ?? '' } }
  const { data } = useQuery({
    queryKey: keyOf('GET /api/drafts/:id/changes', asked),
    queryFn: () => call('GET /api/drafts/:id/changes', asked),
    enabled: draft !== undefined && side === null && origin !== 'import',
  })
  return data ?? null
}
