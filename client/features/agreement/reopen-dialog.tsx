/** [A4] Reopening a unit that is locked: with a reason, which both sides read. */
import type { UnitId } from '../../../shared/model/ids.ts'
import { agreement } from '../../i18n/messages/agreement.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ReasonForm } from '../integration/reason-form.tsx'
import type { CardActs } from './agreement-card.tsx'
import { AGREEMENT_TOUCHES } from './use-consent-acts.ts'

type ReopenDialogProps = {
  readonly unit: UnitId
  readonly number: number
  readonly acts: Pick<CardActs, 'text' | 'place'>
  readonly onClose: () => void
}

export function ReopenDialog({ unit, number, acts: { text, place }, onClose }: ReopenDialogProps) {
  const t = useText(agreement)
  const say = useToast()
  const reopening = useAct('POST /api/texts/:id/reopenings', AGREEMENT_TOUCHES)
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={t('reopenTitle', { n: number })}
      description={t('reopenLead')}
    >
      {reopening.error && <FailureNotice error={reopening.error} />}
      <ReasonForm
        title={t('reopenReason')}
        hint={t('reasonHint')}
        act={t('reopenNow')}
        busy={reopening.isPending}
        danger
        onReason={({ fr, ja }) =>
          reopening.mutate(
            { params: { id: text }, body: { place, unit, reason: { fr, ja } } },
            {
              onSuccess: () => {
                say(t('saidReopened'))
                onClose()
              },
            },
          )
        }
        onCancel={onClose}
      />
    </Dialog>
  )
}
