/** The change asked for of the current unit: by whom, why, and what each side says, as it comes. */
import { SIDES } from '../../../shared/model/bilingual-text.ts'
import type { UnitChangeView } from '../../../shared/protocol/change-views.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { changes as words } from '../../i18n/messages/changes.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { SideMark } from '../../ui/side-mark.tsx'
import { AskedBy } from '../changes/asked-by.tsx'
import { ANSWER_SIGNS, CHANGE_SIGNS } from '../changes/change-signs.ts'
import { answerOf } from '../changes/use-unit-changes.ts'
import styles from './room.module.css'
import type { ShownAs } from './room-view.tsx'

export function ChangeBanner({
  change,
  shown,
}: {
  readonly change: UnitChangeView
  readonly shown: ShownAs
}) {
  const t = useText(adoptionDay)
  const c = useText(words)
  const language = useLanguage()
  const reason = labelIn(change.reason, language)
  return (
    <aside className={styles.banner} aria-label={t('change')} aria-live="polite">
      <div>
        <p className={styles.bannerTitle}>
          <span aria-hidden="true">{CHANGE_SIGNS.open} </span>
          {t(shown === 'marked' ? 'change' : shown === 'after' ? 'changeAfter' : 'changeBefore')}
        </p>
        <p>
          <AskedBy change={change} />
        </p>
        {reason.text && (
          <p lang={reason.lang} className={styles.reason}>
            {c('reason')}
            {reason.text}
          </p>
        )}
      </div>
      <ul className={styles.answers}>
        {SIDES.map(side => {
          const said = answerOf(change, side)?.outcome ?? 'none'
          return (
            <li key={side} data-said={said}>
              <SideMark side={side} />
              <span className={styles.said}>
                <span aria-hidden="true">{ANSWER_SIGNS[said]} </span>
                {c(`said.${said}`)}
              </span>
            </li>
          )
        })}
      </ul>
    </aside>
  )
}
