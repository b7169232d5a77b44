/** /workshops/participations: [W1] who takes part, with which choices, and where they speak. */
import { useState } from 'react'
import { modelTable, participationTable } from '../../../shared/import/participation-table.ts'
import type { Participation } from '../../../shared/model/workshop.ts'
import { participations } from '../../i18n/messages/participations.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ParticipationDialog } from './participation-dialog.tsx'
import { ParticipationTable } from './participation-table.tsx'
import styles from './participations.module.css'
import { saveTable } from './save-table.ts'
import type { WorkshopsRead } from './use-workshops.ts'
import { WorkshopsFrame } from './workshops-frame.tsx'

export function ParticipationsPage() {
  const t = useText(participations)
  const [editing, setEditing] = useState<Participation | 'new' | null>(null)
  return (
    <WorkshopsFrame
      title={t('title')}
      lead={() => t('lead')}
      actions={({ view }) =>
        view.mayRun && (
          <Button kind="primary" onClick={() => setEditing('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      {read => (
        <>
          <Files read={read} />
          <ParticipationTable read={read} edit={setEditing} />
          {editing && (
            <ParticipationDialog
              participation={editing === 'new' ? null : editing}
              edition={read.edition}
              onClose={() => setEditing(null)}
            />
          )}
        </>
      )}
    </WorkshopsFrame>
  )
}

function Files({ read: { view, edition } }: { readonly read: WorkshopsRead }) {
  const t = useText(participations)
  const language = useLanguage()
  const { workshops, organisations } = edition
  return (
    <div className={styles.files}>
      <p>{t('count', { count: view.participations.length })}</p>
      {view.mayRun && <ButtonLink to="/workshops/participations/import">{t('import')}</ButtonLink>}
      <Button
        disabled={view.participations.length === 0}
        onClick={() =>
          saveTable(
            t('export-file'),
            participationTable(view.participations, { workshops, organisations }, language),
            language,
          )
        }
      >
        {t('export')}
      </Button>
      {view.mayRun && (
        <Button onClick={() => saveTable(t('model-file'), modelTable(language), language)}>
          {t('model')}
        </Button>
      )}
    </div>
  )
}
