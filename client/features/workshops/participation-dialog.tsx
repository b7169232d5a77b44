import { type FormEvent, useState } from 'react'
import type { Participation } from '../../../shared/model/workshop.ts'
import type { EditionView } from '../../../shared/protocol/views.ts'
import { common } from '../../i18n/messages/common.ts'
import { participations } from '../../i18n/messages/participations.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ParticipationFields } from './participation-fields.tsx'
import { bodyOf, faultOf, formOf } from './participation-form.ts'
import { WORKSHOP_TOUCHES } from './workshop-touches.ts'

/** Adds a participation (`participation` null) or changes one. */
export function ParticipationDialog({
  participation,
  edition,
  onClose,
}: {
  readonly participation: Participation | null
  readonly edition: EditionView
  readonly onClose: () => void
}) {
  const t = useText(participations)
  const words = useText(common)
  const toast = useToast()
  const [form, setForm] = useState(() => formOf(participation))
  const [asked, setAsked] = useState(false)
  const add = useAct('POST /api/participations', WORKSHOP_TOUCHES)
  const change = useAct('PUT /api/participations/:id', WORKSHOP_TOUCHES)
  const { error, isPending } = participation ? change : add
  const fault = faultOf(form)
  const onSuccess = () => {
    toast(t('saved'))
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (fault) return
    const body = bodyOf(form)
    if (participation) change.mutate({ params: { id: participation.id }, body }, { onSuccess })
    else add.mutate({ body }, { onSuccess })
  }
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={t(participation ? 'edit-title' : 'add-title')}
      width="wide"
    >
      <form onSubmit={submit}>
        <ParticipationFields form={form} set={part => setForm({ ...form, ...part })} edition={edition} />
        {asked && fault && <Notice kind="alarm">{t(fault)}</Notice>}
        {error && <FailureNotice error={error} />}
        <DialogActions>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="primary" type="submit" busy={isPending}>
            {words('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
