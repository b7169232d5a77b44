/** /workshops/progress: [W2] the secretariat's overview, which every member may read. */
import { useState } from 'react'
import type { TextId } from '../../../../shared/model/ids.ts'
import type { WorkshopsView } from '../../../../shared/protocol/workshop-views.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Section } from '../../../ui/page.tsx'
import { WorkshopsFrame } from '../workshops-frame.tsx'
import { OverviewMatrix } from './overview-matrix.tsx'
import { ReminderList } from './reminder-list.tsx'
import { RestitutionHour } from './restitution-hour.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { SummariesDue } from './summaries-due.tsx'
import { TextDetails } from './text-details.tsx'

export function ProgressPage() {
  const t = useText(workshopProgress)
  return (
    <WorkshopsFrame title={t('title')} lead={() => t('lead')}>
      {({ view }) => <Progress view={view} />}
    </WorkshopsFrame>
  )
}

function Progress({ view }: { readonly view: WorkshopsView }) {
  const t = useText(workshopProgress)
  const [reviewed, setReviewed] = useState<TextId | null>(null)
  // As it is by now: somebody may have submitted it again while the dialog stood open.
  const text = view.workshops.flatMap(({ texts }) => texts).find(each => each.text.id === reviewed)
  return (
    <>
      <SummariesDue due={view.due} />
      <Section title={t('overview')}>
        <OverviewMatrix list={view.workshops} />
      </Section>
      <Section title={t('details')}>
        {view.workshops.map(each => (
          <TextDetails key={each.workshop.id} view={each} review={chosen => setReviewed(chosen.text.id)} />
        ))}
      </Section>
      <Section title={t('hour')}>
        <RestitutionHour view={view} />
      </Section>
      <Section title={t('reminders')}>
        <ReminderList view={view} />
      </Section>
      {text && <ReviewDialog view={text} onClose={() => setReviewed(null)} />}
    </>
  )
}
