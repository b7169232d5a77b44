/**
 * [A3] All that is unchanged, agreed at once by a chair who says so: what is declared, on which paragraphs, and which
 * are not among them because they changed.
 */
import { type FormEvent, useState } from 'react'
import { type BilingualText, type Side, unitsOf } from '../../../shared/model/bilingual-text.ts'
import { firstWords } from '../../../shared/model/first-words.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { AgreementView } from '../../../shared/protocol/agreement-views.ts'
import { agreement } from '../../i18n/messages/agreement.ts'
import { common } from '../../i18n/messages/common.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField } from '../../ui/field.tsx'
import type { CardActs } from './agreement-card.tsx'
import styles from './unchanged-dialog.module.css'
import { lacksConsentOf, type Standings, type UnitStanding } from './unit-standing.ts'
import { useConsentActs } from './use-consent-acts.ts'

type UnchangedDialogProps = {
  readonly view: AgreementView
  readonly unchanged: NonNullable<AgreementView['unchanged']>
  readonly standings: Standings
  readonly text: BilingualText
  readonly acts: CardActs
  readonly onClose: () => void
}

export function UnchangedDialog({ view, unchanged, standings, text, acts, onClose }: UnchangedDialogProps) {
  const t = useText(agreement)
  const c = useText(common)
  const language = useLanguage() === 'ja' ? 'ja' : 'fr'
  const { agree, busy, error } = useConsentActs(acts)
  const [read, setRead] = useState(false)
  const [asked, setAsked] = useState(false)
  const { side } = acts
  const same = unchangedUnits(view, standings)
  const rows = unitsOf(text).map((unit, index) => ({ unit, number: index + 1 }))
  const given = rows.filter(({ unit }) => same.has(unit.id))
  const asking = waitingUnchanged(view, standings, side)
  const chosen = given.filter(({ unit }) => asking.some(standing => standing.unit === unit.id))
  const changed = rows.filter(({ unit }) => !same.has(unit.id)).map(({ number }) => number)
  const { label, id: since } = unchanged.since
  const sideName = side ? c(`side.${side}`) : ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (read) agree(asking, 'agreed', since, onClose)
  }
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      width="wide"
      title={t('bulkTitle', { count: asking.length })}
      description={
        asking.length > 0
          ? t('bulkDeclare', { side: sideName, count: asking.length, label })
          : t('bulkNone', { label })
      }
    >
      <form onSubmit={submit} className={styles.form}>
        <ol className={styles.list}>
          {chosen.map(({ unit, number }) => {
            const block = unit[language][0] ?? unit.fr[0] ?? unit.ja[0] ?? null
            return (
              <li key={unit.id}>
                <span className={styles.number}>{number}</span>
                <span lang={unit[language].length > 0 ? language : undefined}>{firstWords(block, 90)}</span>
              </li>
            )
          })}
        </ol>
        {changed.length > 0 && (
          <p className={styles.excluded}>
            <span aria-hidden="true">△ </span>
            {t('bulkExcluded', {
              count: changed.length,
              list: changed.join(language === 'ja' ? '、' : ', '),
              label,
            })}
          </p>
        )}
        {given.length > chosen.length && (
          <p className={styles.quiet}>{t('bulkAlready', { count: given.length - chosen.length })}</p>
        )}
        <p className={styles.quiet}>{t('bulkChecked')}</p>
        {asking.length > 0 && (
          <CheckField label={t('bulkRead', { side: sideName })} checked={read} onChange={setRead} />
        )}
        {asked && !read && (
          <p role="alert" className={styles.missing}>
            {t('bulkMissing')}
          </p>
        )}
        {error && <FailureNotice error={error} />}
        <DialogActions>
          <Button onClick={onClose}>{c('cancel')}</Button>
          {asking.length > 0 && (
            <Button type="submit" kind="primary" busy={busy}>
              {t('bulkNow')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Units that read as in the version named, on the screen as where the server compared them. */
function unchangedUnits({ unchanged, units }: AgreementView, standings: Standings): ReadonlySet<UnitId> {
  const compared = new Map(units.map(({ unit, pair }) => [unit, pair]))
  return new Set(unchanged?.units.filter(unit => standings.get(unit)?.pair === compared.get(unit)))
}

/** Those to which the side has not consented yet; a consent ad referendum is confirmed one by one. */
export function waitingUnchanged(
  view: AgreementView,
  standings: Standings,
  side: Side | null,
): readonly UnitStanding[] {
  if (!side) return []
  return [...unchangedUnits(view, standings)]
    .map(unit => standings.get(unit)!)
    .filter(standing => lacksConsentOf(standing, side))
}
