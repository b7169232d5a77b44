/** [S2] /texts/:id/adoption-day: the declaration before the room. It shows what both sides read, and nothing else. */
import { useEffect } from 'react'
import { useParams } from 'react-router'
import type { TextView } from '../../../shared/protocol/views.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Frame } from '../../ui/frame.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useWakeLock } from '../speak/use-wake-lock.ts'
import { AskFailure } from '../texts/ask-failure.tsx'
import { DraftInRoom } from './draft-in-room.tsx'
import { VersionInRoom } from './version-in-room.tsx'

export function AdoptionDayPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/texts/:id', { params: { id } })
  if (error && !data)
    return (
      <Frame>
        <AskFailure error={error} retry={() => void refetch()} />
      </Frame>
    )
  return data ? <Shown view={data} /> : <Loading />
}

function Shown({ view }: { readonly view: TextView }) {
  const t = useText(adoptionDay)
  const language = useLanguage()
  const title = labelIn(view.text.title, language).text
  useWakeLock()
  useEffect(() => {
    document.title = `${t('title')} – ${title} · Concordance`
  }, [t, title])
  // The reader's own side may have a private draft: the room never sees it.
  const draft = view.draft?.audience === 'joint' && view.text.kind === 'declaration' ? view.draft : null
  const version = view.versions.toSorted((a, b) => a.number - b.number).at(-1)
  if (draft) return <DraftInRoom key={draft.id} id={draft.id} instead={version} view={view} />
  if (version) return <VersionInRoom key={version.id} version={version} view={view} />
  return (
    <Frame>
      <Notice>{t('none')}</Notice>
    </Frame>
  )
}
