/** [R1] The plan as data: everyone reads it, the organiser changes it, and each change is logged. */
import { useState } from 'react'
import type { Stage } from '../../../shared/model/edition.ts'
import type { ActKind } from '../../../shared/protocol/views.ts'
import { plan } from '../../i18n/messages/plan.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { ActList } from '../../ui/act-list.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EditionSection } from './edition-section.tsx'
import { StageDialog } from './stage-dialog.tsx'
import { StageTable } from './stage-table.tsx'

export function PlanPage() {
  const t = useText(plan)
  const language = useLanguage()
  const { administers } = useSession()
  const { data, error, refetch } = useAsk('GET /api/edition')
  const [editing, setEditing] = useState<Stage | 'new' | null>(null)
  return (
    <Page
      title={t('title')}
      lead={sentences(language, t('lead'), t(administers ? 'reorder-hint' : 'read-only'))}
      actions={
        administers && (
          <Button kind="primary" onClick={() => setEditing('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      {administers && data && <AdoptingNotice stages={data.stages} />}
      {data ? (
        <StageTable stages={data.stages} edit={setEditing} />
      ) : error ? (
        <FailureNotice error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      {administers && data && <EditionSection edition={data.edition} />}
      <Section title={t('log')}>
        <PlanLog />
      </Section>
      {editing && data && (
        <StageDialog
          stage={editing === 'new' ? null : editing}
          zone={data.edition.zone}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  )
}

/** [S1] One stage adopts the declaration. A plan on its way there may have none, or two; it is only said. */
function AdoptingNotice({ stages }: { readonly stages: readonly Stage[] }) {
  const t = useText(plan)
  const adopting = stages.filter(({ adopts }) => adopts).length
  if (adopting === 1) return null
  return <Notice kind="warn">{t(adopting === 0 ? 'no-adopting-stage' : 'several-adopting-stages')}</Notice>
}

const OF_THE_PLAN: readonly ActKind[] = [
  'edition-changed',
  'stage-added',
  'stage-changed',
  'stage-removed',
  'stages-reordered',
  'stage-opened',
]

function PlanLog() {
  const t = useText(plan)
  const { data, error } = useAsk('GET /api/acts')
  if (error) return <FailureNotice error={error} />
  if (!data) return <Loading />
  const list = data.filter(act => OF_THE_PLAN.includes(act.kind)).sort((a, b) => b.seq - a.seq)
  return list.length === 0 ? <p>{t('no-log')}</p> : <ActList list={list} />
}
