/** One decision on the ticked amendments: what it would do, shown before it is done. */
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { RadioField } from '../../ui/field.tsx'
import type { AmendmentDesk } from './amendment-desk.ts'
import { AmendmentRedline, type RedlineSetting } from './amendment-redline.tsx'
import { usePlaceWords } from './amendment-words.ts'
import styles from './bulk-dialog.module.css'
import { BULK_OUTCOMES, type BulkOutcome, type BulkPreview, previewBulk } from './bulk-preview.ts'
import { hasReason, ReasonFields } from './reject-form.tsx'
import type { Bulk } from './use-bulk.ts'

type BulkDialogProps = {
  readonly bulk: Bulk
  readonly desk: AmendmentDesk
  readonly live: LiveText
  readonly setting: RedlineSetting
  readonly failure: Error | null
  /** Where the focus goes once it is carried out: the button that opened it has nothing more to do. */
  readonly focusAfter: () => HTMLElement | null | undefined
}

export function BulkDialog({ bulk, desk, live, setting, failure, focusAfter }: BulkDialogProps) {
  const t = useText(amendments)
  const c = useText(common)
  const [outcome, setOutcome] = useState<BulkOutcome>('accepted')
  const [reason, setReason] = useState({ fr: '', ja: '' })
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const isCarriedOut = useRef(false)
  const draft = useSyncExternalStore(live.subscribe, live.get)
  const { ticked } = bulk
  const preview = useMemo(() => previewBulk(desk, ticked, outcome, draft), [desk, ticked, outcome, draft])
  const count = preview.decided.length
  const missing = outcome === 'rejected' && !hasReason(reason)
  const carryOut = async () => {
    setAsked(true)
    if (missing) return
    setBusy(true)
    const done = await bulk.carryOut(outcome, outcome === 'rejected' ? reason : undefined)
    setBusy(false)
    if (!done) return
    isCarriedOut.current = true
    bulk.ask(false)
  }
  return (
    <Dialog
      open
      onOpenChange={bulk.ask}
      title={t('bulkTitle', { count: ticked.length })}
      description={t('bulkHint')}
      width="wide"
      focusAfter={() => (isCarriedOut.current ? focusAfter() : null)}
    >
      <div>
        <RadioField
          legend={t('bulkOutcome')}
          value={outcome}
          onChange={setOutcome}
          choices={BULK_OUTCOMES.map(value => ({
            value,
            text: (
              <>
                <span aria-hidden="true">{STATE_SIGNS[value]} </span>
                {t(`bulkChoice.${value}`)}
              </>
            ),
          }))}
        />
      </div>
      {outcome === 'rejected' && (
        <ReasonFields reason={reason} onChange={setReason} missing={asked && missing} />
      )}
      <Preview preview={preview} setting={setting} />
      {failure && <FailureNotice error={failure} />}
      <DialogActions>
        <Button onClick={() => bulk.ask(false)}>{c('cancel')}</Button>
        <Button kind="primary" busy={busy} disabled={count === 0} onClick={() => void carryOut()}>
          {t('bulkCarryOut', { count })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Preview({ preview, setting }: { readonly preview: BulkPreview; readonly setting: RedlineSetting }) {
  const t = useText(amendments)
  const place = usePlaceWords()
  const { edited, rows, units } = preview
  return (
    <section className={styles.preview} aria-labelledby="bulk-preview">
      <h3 id="bulk-preview">{t('previewTitle')}</h3>
      <p role="status">
        {rows.length === 0 ? t('previewNothing') : t('previewUnits', { fr: units.fr, ja: units.ja })}
      </p>
      {edited.length > 0 && (
        <div className={styles.edited}>
          <p>
            <span aria-hidden="true">✎ </span>
            {t('previewEdited', { count: edited.length })}
          </p>
          <p>{edited.map(place).join(' · ')}</p>
        </div>
      )}
      {rows.length > 0 && (
        <ol className={styles.rows}>
          {rows.map(row => (
            <li key={row.key} className={styles.row}>
              {LANGUAGES.map(language => (
                <div key={language}>
                  <AmendmentRedline rows={[row]} language={language} setting={setting} />
                </div>
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
