/** /workshops: [W1] the workshops of the edition as data; every member reads them, the organiser changes them. */
import { useState } from 'react'
import type { Workshop } from '../../../shared/model/edition.ts'
import { workshops } from '../../i18n/messages/workshops.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SpeechSection } from './speech-section.tsx'
import { WorkshopDialog } from './workshop-dialog.tsx'
import { WorkshopList } from './workshop-list.tsx'
import { WorkshopsFrame } from './workshops-frame.tsx'

export function WorkshopsPage() {
  const t = useText(workshops)
  const language = useLanguage()
  const [editing, setEditing] = useState<Workshop | 'new' | null>(null)
  return (
    <WorkshopsFrame
      title={t('title')}
      lead={({ view }) => sentences(language, t('lead'), t(view.mayRun ? 'reorder-hint' : 'read-only'))}
      actions={({ view }) =>
        view.mayRun && (
          <Button kind="primary" onClick={() => setEditing('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      {({ view, edition }) => (
        <>
          <WorkshopList view={view} edit={setEditing} />
          <SpeechSection speech={view.speech} mayRun={view.mayRun} />
          {editing && (
            <WorkshopDialog
              workshop={editing === 'new' ? null : editing}
              edition={edition.edition}
              onClose={() => setEditing(null)}
            />
          )}
        </>
      )}
    </WorkshopsFrame>
  )
}
