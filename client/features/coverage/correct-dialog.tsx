/** Saying by hand what became of a unit, with a reason that both sides read. */
import { type FormEvent, useState } from 'react'
import { COVERAGE_STATES, type CoverageState } from '../../../shared/model/proposal.ts'
import type { CoverageRowView, CoverageView } from '../../../shared/protocol/integration-views.ts'
import { common } from '../../i18n/messages/common.ts'
import { coverage } from '../../i18n/messages/coverage.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows, RadioField, SelectField, TextAreaField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { COVERAGE_SIGNS } from './coverage-signs.ts'
import { wordsInShort } from './words-in-short.ts'

type CorrectDialogProps = {
  readonly row: CoverageRowView
  readonly text: string
  readonly view: CoverageView
  readonly onClose: () => void
}

export function CorrectDialog({ row, text, view, onClose }: CorrectDialogProps) {
  const t = useText(coverage)
  const c = useText(common)
  const language = useLanguage()
  const say = useToast()
  const [state, setState] = useState<CoverageState>(row.state === 'untreated' ? 'set-aside' : row.state)
  const [place, setPlace] = useState<string>(row.places[0] ?? '')
  const [reason, setReason] = useState({ fr: '', ja: '' })
  const [asked, setAsked] = useState(false)
  const act = useAct('PUT /api/texts/:id/coverage', ['GET /api/coverage'])
  const needsPlace = state === 'integrated' || state === 'merged'
  const noReason = reason.fr.trim() === '' && reason.ja.trim() === ''
  const noPlace = needsPlace && place === ''
  const send = (said: CoverageState | null, message: string) =>
    act.mutate(
      {
        params: { id: text },
        body: {
          unit: row.unit,
          state: said,
          places: said !== null && needsPlace ? [place] : [],
          reason: said === null ? null : reason,
        },
      },
      {
        onSuccess: () => {
          say(message)
          onClose()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!noReason && !noPlace) send(state, t('saved'))
  }
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={t('correctTitle')}
      description={wordsInShort(row.words, language, 120)}
    >
      <form onSubmit={submit}>
        <FieldRows>
          <RadioField
            legend={t('correctState')}
            value={state}
            onChange={setState}
            choices={COVERAGE_STATES.map(each => ({
              value: each,
              text: (
                <>
                  <span aria-hidden="true">{COVERAGE_SIGNS[each]} </span>
                  {t(`state.${each}`)}
                </>
              ),
            }))}
          />
          {needsPlace && (
            <SelectField
              label={t('correctPlace')}
              value={place}
              onChange={setPlace}
              {...(asked && noPlace ? { error: t('placeMissing') } : {})}
              choices={[
                { value: '', text: t('choosePlace') },
                ...view.against.units.map(({ unit, words }, index) => ({
                  value: unit as string,
                  text: t('placeOption', { n: index + 1, words: wordsInShort(words, language, 50) }),
                })),
              ]}
            />
          )}
          <TextAreaField
            label={t('reasonFr')}
            lang="fr"
            rows={2}
            hint={t('correctHint')}
            value={reason.fr}
            onChange={event => setReason({ ...reason, fr: event.target.value })}
            {...(asked && noReason ? { error: t('reasonMissing') } : {})}
          />
          <TextAreaField
            label={t('reasonJa')}
            lang="ja"
            rows={2}
            value={reason.ja}
            onChange={event => setReason({ ...reason, ja: event.target.value })}
          />
        </FieldRows>
        {act.error && <FailureNotice error={act.error} />}
        <DialogActions>
          {row.basis === 'hand' && (
            <Button kind="plain" busy={act.isPending} onClick={() => send(null, t('takenBack'))}>
              {t('takeBack')}
            </Button>
          )}
          <Button onClick={onClose}>{c('cancel')}</Button>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
