/** The list of changes asked for, beside the text of a joint draft: those that wait first, in reading order. */

import type { Fact } from '../../../shared/model/edition.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { UnitChangesView, UnitChangeView } from '../../../shared/protocol/change-views.ts'
import { changes as words } from '../../i18n/messages/changes.ts'
import { useText } from '../../i18n/use-text.ts'
import panel from '../amendments/amendment-panel.module.css'
import cards from '../integration/integration.module.css'
import { ChangeCard } from './change-card.tsx'
import { openChanges } from './use-unit-changes.ts'

type ChangePanelProps = {
  readonly view: UnitChangesView
  readonly facts: readonly Fact[]
  /** The units of the text as it stands, in reading order. */
  readonly order: readonly UnitId[]
  readonly onGo: (unit: string) => void
  readonly onClose: () => void
}

export function ChangePanel({ view, facts, order, onGo, onClose }: ChangePanelProps) {
  const t = useText(words)
  const { all, mine } = openChanges(view)
  const waiting = all.toSorted((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit))
  const past = view.changes.filter(({ state }) => state !== 'open')
  const card = (change: UnitChangeView) => {
    const at = order.indexOf(change.unit)
    return (
      <li key={change.id}>
        <ChangeCard
          change={change}
          number={at < 0 ? null : at + 1}
          facts={facts}
          answersFor={view.answersFor}
          onGo={onGo}
        />
      </li>
    )
  }
  return (
    <aside className={panel.panel} aria-labelledby="changes-title">
      <header className={panel.head}>
        <div className={panel.titleLine}>
          <h2 className={panel.title} id="changes-title" tabIndex={-1}>
            {t('title')}
          </h2>
          <button type="button" className={panel.close} aria-label={t('close')} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        <p role="status" className={panel.hint}>
          {mine.length > 0
            ? t('mine', { count: mine.length })
            : all.length > 0
              ? t('waiting', { count: all.length })
              : t('noneOpen')}
        </p>
        <p className={panel.hint}>{t('lead')}</p>
      </header>
      {waiting.length > 0 && <ul className={cards.list}>{waiting.map(card)}</ul>}
      {past.length > 0 && (
        <details className={cards.past} open={waiting.length === 0}>
          <summary>{t('past')}</summary>
          <ul className={cards.list}>{past.map(card)}</ul>
        </details>
      )}
    </aside>
  )
}
