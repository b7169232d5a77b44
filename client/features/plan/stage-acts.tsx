import type { Stage } from '../../../shared/model/edition.ts'
import type { ReadRoute } from '../../api.ts'
import { plan } from '../../i18n/messages/plan.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.tsx'

/** What every change of the plan makes stale. */
export const PLAN_TOUCHES: readonly ReadRoute[] = ['GET /api/edition', 'GET /api/acts', 'GET /api/desk']

type Asked = { readonly stage: Stage; readonly onClose: () => void }

export function OpenStageDialog({ stage, onClose }: Asked) {
  const t = useText(plan)
  const language = useLanguage()
  const toast = useToast()
  const open = useAct('POST /api/stages/:id/open', PLAN_TOUCHES)
  return (
    <ConfirmDialog
      open
      onOpenChange={shown => shown || onClose()}
      title={t('open-title')}
      description={t('open-text', { name: labelIn(stage.name, language).text })}
      actLabel={t('open')}
      act={async () => {
        await open.mutateAsync({ params: { id: stage.id } })
        toast(t('opened'))
      }}
    />
  )
}

export function RemoveStageDialog({ stage, onClose }: Asked) {
  const t = useText(plan)
  const language = useLanguage()
  const toast = useToast()
  const remove = useAct('DELETE /api/stages/:id', PLAN_TOUCHES)
  return (
    <ConfirmDialog
      open
      onOpenChange={shown => shown || onClose()}
      title={t('remove-title')}
      description={t('remove-text', { name: labelIn(stage.name, language).text })}
      actLabel={t('remove')}
      danger
      act={async () => {
        await remove.mutateAsync({ params: { id: stage.id } })
        toast(t('removed'))
      }}
    />
  )
}
