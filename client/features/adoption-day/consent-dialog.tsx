import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { UnitChangeView } from '../../../shared/protocol/change-views.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { CHANGE_TOUCHES } from '../changes/use-change-acts.ts'
import { WordsRedline } from '../integration/unit-words-view.tsx'

/** A chair consents before the room, to the words that the room sees. */
export function ConsentDialog({
  change,
  side,
  number,
  facts,
  onClose,
}: {
  readonly change: UnitChangeView
  readonly side: Side
  readonly number: number
  readonly facts: FactValues
  readonly onClose: () => void
}) {
  const t = useText(adoptionDay)
  const c = useText(common)
  const consent = useAct('POST /api/changes/:id/consents', CHANGE_TOUCHES)
  const { id, afterPair, before, after } = change
  return (
    <ConfirmDialog
      open
      width="wide"
      title={t('consentTitle', { side: c(`side.${side}`), n: number })}
      description={t('consentLead')}
      actLabel={t('consent')}
      act={() => consent.mutateAsync({ params: { id }, body: { afterPair } })}
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      <WordsRedline from={before} to={after} facts={facts} />
    </ConfirmDialog>
  )
}
