/** The workshop's words beside ours; and what the workshop says since, to be taken over or set aside. */
import { useState } from 'react'
import { Link } from 'react-router'
import { sameForm, wordsOfUnits } from '../../../shared/integrate/unit-words.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { ProvenancesView, ProvenanceView } from '../../../shared/protocol/integration-views.ts'
import { type ReadRoute, Refusal } from '../../api.ts'
import { useFailureText } from '../../failure-text.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './integration.module.css'
import { ReasonForm } from './reason-form.tsx'
import { useSaidBy } from './said-by.tsx'
import { UnitWordsView, WordsRedline } from './unit-words-view.tsx'

type OriginDialogProps = {
  readonly provenance: ProvenanceView
  readonly unit: UnitId
  readonly text: BilingualText
  readonly facts: FactValues
  readonly updates: ProvenancesView['updates']
  readonly onClose: () => void
}

export function OriginDialog({ provenance, unit, text, facts, updates, onClose }: OriginDialogProps) {
  const t = useText(integration)
  const language = useLanguage()
  const saidBy = useSaidBy()
  const { workshop, source, by, now } = provenance
  const ours = wordsOfUnits(text, [unit])
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      width="wide"
      title={t('originTitle', { number: workshop.number, title: labelIn(workshop.title, language).text })}
    >
      <section className={styles.dialogPart}>
        <h3>{t('theirs', { label: source.version.label })}</h3>
        <UnitWordsView words={source.words} facts={facts} />
      </section>
      <section className={styles.dialogPart}>
        <h3>{t('ours')}</h3>
        {sameForm(ours, source.words) ? (
          <>
            <UnitWordsView words={ours} facts={facts} />
            <p className={styles.quiet}>{t('same')}</p>
          </>
        ) : (
          <WordsRedline from={source.words} to={ours} facts={facts} />
        )}
        {provenance.jointly ? (
          <p className={styles.quiet}>{t('jointly')}</p>
        ) : (
          by && <p className={styles.quiet}>{t('placedBy', { by: saidBy(by) })}</p>
        )}
      </section>
      {now && <ChangedSource provenance={provenance} now={now} facts={facts} updates={updates} />}
      <DialogActions>
        <Link to={`/versions/${source.version.id}`}>{t('seeSource')}</Link>
        <Button onClick={onClose}>{t('close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

const TOUCHES: readonly ReadRoute[] = [
  'GET /api/texts/:id/provenance',
  'GET /api/texts/:id/proposals',
  'GET /api/coverage',
]

function ChangedSource({
  provenance,
  now,
  facts,
  updates,
}: Pick<OriginDialogProps, 'provenance' | 'facts' | 'updates'> & {
  readonly now: NonNullable<ProvenanceView['now']>
}) {
  const t = useText(integration)
  const failure = useFailureText()
  const say = useToast()
  const [dismissing, setDismissing] = useState(false)
  const update = useAct('POST /api/provenances/:id/update', TOUCHES)
  const dismissal = useAct('POST /api/provenances/:id/dismissal', TOUCHES)
  const { label } = now.version
  const params = { id: provenance.id }
  const inTheWay = update.error instanceof Refusal && update.error.id === 'unit-edited'
  const error = dismissal.error ?? (inTheWay ? null : update.error)
  const take = (replace: boolean) =>
    update.mutate(
      { params, body: { replace } },
      { onSuccess: () => say(t(updates === 'joint' ? 'saidProposed' : 'saidTaken')) },
    )
  const joint = updates === 'joint'
  return (
    <section className={styles.dialogPart}>
      <h3>
        <span aria-hidden="true">△ </span>
        {t(now.words ? 'changedTitle' : 'goneTitle', { label })}
      </h3>
      {now.words && (
        <>
          <p className={styles.quiet}>{t('changedHint')}</p>
          <WordsRedline from={provenance.source.words} to={now.words} facts={facts} />
        </>
      )}
      <Standing now={now} />
      {error && <Notice kind="alarm">{failure(error)}</Notice>}
      {inTheWay && <Notice kind="warn">{t('replaceHint')}</Notice>}
      {updates && !now.proposed && !now.dismissed && dismissing && (
        <ReasonForm
          title={t('dismissTitle')}
          hint={t('dismissHint')}
          act={t('dismissNow')}
          busy={dismissal.isPending}
          onReason={reason =>
            dismissal.mutate(
              { params, body: { sha256: now.sha256, reason: { fr: reason.fr, ja: reason.ja } } },
              { onSuccess: () => say(t('saidDismissed')) },
            )
          }
          onCancel={() => setDismissing(false)}
        />
      )}
      {updates && !now.proposed && !now.dismissed && !dismissing && (
        <div className={styles.actions}>
          {now.words && (
            <Button kind="primary" busy={update.isPending} onClick={() => take(inTheWay)}>
              {t(
                inTheWay ? (joint ? 'replaceJoint' : 'replaceOwn') : joint ? 'takeOverJoint' : 'takeOverOwn',
              )}
            </Button>
          )}
          <Button onClick={() => setDismissing(true)}>{t('dismiss')}</Button>
        </div>
      )}
    </section>
  )
}

function Standing({ now: { dismissed, proposed } }: { readonly now: NonNullable<ProvenanceView['now']> }) {
  const t = useText(integration)
  const language = useLanguage()
  const saidBy = useSaidBy()
  if (proposed) return <p>{t('updateProposed')}</p>
  if (!dismissed) return null
  const reason = dismissed.reason && labelIn(dismissed.reason, language)
  return (
    <>
      <p>{dismissed.by ? t('dismissedBy', { by: saidBy(dismissed.by) }) : t('dismissed')}</p>
      {reason?.text && (
        <p className={styles.reason} lang={reason.lang}>
          {t('reason')}
          {reason.text}
        </p>
      )}
    </>
  )
}
