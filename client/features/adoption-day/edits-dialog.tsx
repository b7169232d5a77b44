/** [S2] The last edits: which unit, old and new in both languages, who asked, and when each side consented. */
import { useMemo } from 'react'
import { SIDES } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Fact } from '../../../shared/model/edition.ts'
import { factValues } from '../../../shared/model/fact-values.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { UnitChangeView } from '../../../shared/protocol/change-views.ts'
import { CLOCKS, isoTime } from '../../../shared/words/dates.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { changes as words } from '../../i18n/messages/changes.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { AskedBy } from '../changes/asked-by.tsx'
import { ANSWER_SIGNS, CHANGE_SIGNS } from '../changes/change-signs.ts'
import { answerOf } from '../changes/use-unit-changes.ts'
import { WordsRedline } from '../integration/unit-words-view.tsx'
import styles from './room.module.css'

type EditsDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  /** The newest first. */
  readonly changes: readonly UnitChangeView[]
  readonly order: readonly UnitId[]
  readonly facts: FactValues
  /** The facts of the edition, where words that are gone may name others than the text; null at a version. */
  readonly known: readonly Fact[] | null
}

export function EditsDialog({ open, onClose, changes, order, facts, known }: EditsDialogProps) {
  const t = useText(adoptionDay)
  return (
    <Dialog
      open={open}
      width="wide"
      title={t('edits')}
      description={changes.length > 0 ? t('editsLead') : t('noEdits')}
      onOpenChange={is => {
        if (!is) onClose()
      }}
    >
      <ol className={styles.edits}>
        {changes.map(change => (
          <Edit
            key={change.id}
            change={change}
            number={order.indexOf(change.unit) + 1}
            facts={facts}
            known={known}
          />
        ))}
      </ol>
    </Dialog>
  )
}

function Edit({
  change,
  number,
  facts,
  known,
}: Pick<EditsDialogProps, 'facts' | 'known'> & { readonly change: UnitChangeView; readonly number: number }) {
  const t = useText(adoptionDay)
  const c = useText(words)
  const at = useBothTimes()
  const { before, after, state } = change
  const values = useMemo(() => {
    const all = { fr: [...before.fr, ...after.fr], ja: [...before.ja, ...after.ja] }
    return known ? factValues(all, known) : facts
  }, [before, after, known, facts])
  return (
    <li className={styles.edit}>
      <p className={styles.editHead}>
        <strong>{number > 0 ? t('unit', { n: number }) : c('unitGone')}</strong>
        <span>
          <span aria-hidden="true">{CHANGE_SIGNS[state]} </span>
          {c(`state.${state}`)}
        </span>
        <span>
          <AskedBy change={change} />
        </span>
      </p>
      <WordsRedline from={before} to={after} facts={values} />
      <ul className={styles.editAnswers}>
        {SIDES.map(side => {
          const answer = answerOf(change, side)
          const said = answer?.outcome ?? 'none'
          return (
            <li key={side}>
              <SideMark side={side} /> <span aria-hidden="true">{ANSWER_SIGNS[said]} </span>
              {c(`said.${said}`)}
              {answer && <> · {at(answer.at)}</>}
            </li>
          )
        })}
      </ul>
    </li>
  )
}

/** « à 12:04 (Paris), 19:04 (Tokyo) » */
export function useBothTimes(): (at: string) => string {
  const t = useText(adoptionDay)
  return at => {
    const [paris, tokyo] = CLOCKS.map(({ zone }) => isoTime(at, zone))
    return t('atTime', { paris: paris!, tokyo: tokyo! })
  }
}
