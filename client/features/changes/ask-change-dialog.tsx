/** Asking for a change of one unit: its words in both languages, in whose name, why; a chair may consent at once. */
import { type FormEvent, useMemo, useState, useSyncExternalStore } from 'react'
import { wordsOfUnits } from '../../../shared/integrate/unit-words.ts'
import { pairForm } from '../../../shared/model/agreement.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { canonicalHash } from '../../../shared/model/canonical-form.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { UnitChangesView } from '../../../shared/protocol/change-views.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { changes as words } from '../../i18n/messages/changes.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField, RadioField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './changes.module.css'
import { ChangePreview, plainOf, type TypedUnit, typedOf, UnitFields } from './unit-fields.tsx'
import { CHANGE_TOUCHES } from './use-change-acts.ts'

type AskChangeDialogProps = {
  readonly view: Pick<DraftView, 'draft' | 'facts'>
  readonly changes: UnitChangesView
  readonly live: LiveText
  readonly unit: UnitId
  /** As it read when the dialog was opened. */
  readonly text: BilingualText
  /** Place of the unit in the text, from 1. */
  readonly number: number
  readonly onAsked: (change: string) => void
  readonly onClose: () => void
}

type Said = { readonly fr: string; readonly ja: string }
const NOTHING: Said = { fr: '', ja: '' }

export function AskChangeDialog(props: AskChangeDialogProps) {
  const t = useText(words)
  const { unit, number, onClose } = props
  const [text, setText] = useState(props.text)
  return (
    <Dialog
      open
      width="wide"
      title={t('askTitle', { n: number })}
      description={t('askLead')}
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      {/* Other words to start from are another form: nothing typed on the old ones is kept. */}
      <AskForm key={pairForm(wordsOfUnits(text, [unit]))} {...props} text={text} onText={setText} />
    </Dialog>
  )
}

function AskForm({
  view,
  changes,
  live,
  unit,
  text,
  onText,
  onAsked,
  onClose,
}: AskChangeDialogProps & { readonly onText: (text: BilingualText) => void }) {
  const t = useText(words)
  const c = useText(common)
  const say = useToast()
  const before = useMemo(() => wordsOfUnits(text, [unit]), [text, unit])
  const [typed, setTyped] = useState<TypedUnit>(() => typedOf(before, view.facts))
  const [askedBy, setAskedBy] = useState<'fra' | 'jap' | 'nobody'>(changes.asksFor[0] ?? 'nobody')
  const [whom, setWhom] = useState(NOTHING)
  const [reason, setReason] = useState(NOTHING)
  const side = changes.answersFor
  const mayConsent = side !== null && (askedBy === 'nobody' || askedBy === side)
  const [consents, setConsents] = useState(true)
  const ask = useAct('POST /api/drafts/:id/changes', CHANGE_TOUCHES)
  const now = useSyncExternalStore(live.subscribe, live.get)
  const form = useMemo(() => pairForm(before), [before])
  const edited = pairForm(wordsOfUnits(now, [unit])) !== form

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = {
      ...{ unit, beforePair: await canonicalHash(form), words: plainOf(typed) },
      askedBy: askedBy === 'nobody' ? null : askedBy,
      askedFor: whom.fr.trim() || whom.ja.trim() ? whom : null,
      reason,
      consents: mayConsent && consents,
    }
    ask.mutate(
      { params: { id: view.draft.id }, body },
      {
        onSuccess: ({ change }) => {
          say(t('saidAsked'))
          onClose()
          onAsked(change)
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={event => void submit(event)}>
      {edited && (
        <Notice kind="warn" actions={<Button onClick={() => onText(now)}>{t('startAgain')}</Button>}>
          {t('editedMeanwhile')}
        </Notice>
      )}
      <UnitFields before={before} typed={typed} onTyped={setTyped} />
      <ChangePreview unit={unit} before={before} typed={typed} facts={view.facts} />
      <RadioField
        legend={t('who')}
        value={askedBy}
        onChange={setAskedBy}
        choices={[
          ...changes.asksFor.map(each => ({ value: each, text: c(`side.${each}`) })),
          { value: 'nobody', text: t('whoNobody') },
        ]}
      />
      <Both say={whom} onSay={setWhom} fr={t('forFr')} ja={t('forJa')} />
      <Both say={reason} onSay={setReason} fr={t('reasonFr')} ja={t('reasonJa')} />
      {mayConsent && (
        <CheckField
          label={t('consentsToo', { side: c(`side.${side}`) })}
          checked={consents}
          onChange={setConsents}
        />
      )}
      {ask.error && <FailureNotice error={ask.error} />}
      <DialogActions>
        <Button onClick={onClose}>{c('cancel')}</Button>
        <Button type="submit" kind="primary" busy={ask.isPending}>
          {t(mayConsent && consents ? 'askAndConsent' : 'askNow')}
        </Button>
      </DialogActions>
    </form>
  )
}

function Both({
  say,
  onSay,
  fr,
  ja,
}: {
  readonly say: Said
  readonly onSay: (said: Said) => void
  readonly fr: string
  readonly ja: string
}) {
  return (
    <div className={styles.pair}>
      <TextField
        label={fr}
        optional
        lang="fr"
        maxLength={300}
        value={say.fr}
        onChange={event => onSay({ ...say, fr: event.target.value })}
      />
      <TextField
        label={ja}
        optional
        lang="ja"
        maxLength={300}
        value={say.ja}
        onChange={event => onSay({ ...say, ja: event.target.value })}
      />
    </div>
  )
}
