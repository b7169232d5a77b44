/** The list of amendments from workshops beside the text of a joint draft. */
import type { ProposalsView } from '../../../shared/protocol/integration-views.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { useText } from '../../i18n/use-text.ts'
import panel from '../amendments/amendment-panel.module.css'
import { ProposalList, waitingIn } from './proposal-list.tsx'

export function ProposalPanel({
  view,
  onClose,
}: {
  readonly view: ProposalsView
  readonly onClose: () => void
}) {
  const t = useText(integration)
  const { mine, all } = waitingIn(view)
  return (
    <aside className={panel.panel} aria-labelledby="proposals-title">
      <header className={panel.head}>
        <div className={panel.titleLine}>
          <h2 className={panel.title} id="proposals-title" tabIndex={-1}>
            {t('proposals')}
          </h2>
          <button type="button" className={panel.close} aria-label={t('panel')} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        <p role="status" className={panel.hint}>
          {mine > 0
            ? t('toDecide', { count: mine })
            : all > 0
              ? t('waiting', { count: all })
              : t('noneToDecide')}
        </p>
        {view.decides === null && <p className={panel.hint}>{t('readOnly')}</p>}
      </header>
      <ProposalList view={view} />
    </aside>
  )
}
