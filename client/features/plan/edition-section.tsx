import type { FormEvent } from 'react'
import { useState } from 'react'
import type { Edition } from '../../../shared/model/edition.ts'
import type { NewEdition } from '../../../shared/protocol/bodies.ts'
import { calendarDays } from '../../../shared/words/dates.ts'
import type { ReadRoute } from '../../api.ts'
import { common } from '../../i18n/messages/common.ts'
import { plan } from '../../i18n/messages/plan.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows } from '../../ui/field.tsx'
import { Label } from '../../ui/label.tsx'
import { Section } from '../../ui/page.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { EditionFields } from '../setup/edition-fields.tsx'
import styles from './plan.module.css'
import { PLAN_TOUCHES } from './stage-acts.tsx'

/** The frame of every page names the edition, so does the door. */
const EDITION_TOUCHES: readonly ReadRoute[] = [...PLAN_TOUCHES, 'GET /api/session', 'GET /api/welcome']

/** What the edition is, as its organiser has said it, with the way to say it anew. */
export function EditionSection({ edition }: { readonly edition: Edition }) {
  const t = useText(plan)
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title={t('edition')}
      actions={<Button onClick={() => setEditing(true)}>{t('edition-edit')}</Button>}
    >
      <dl className={styles.edition}>
        <dt>{t('edition-name')}</dt>
        <dd>
          <Label of={edition.name} />
        </dd>
        <dt>{t('edition-place')}</dt>
        <dd>
          <Label of={edition.place} />
        </dd>
        <dt>{t('edition-days')}</dt>
        <dd>{calendarDays(edition.startsOn, edition.endsOn, language)}</dd>
        <dt>{t('edition-zone')}</dt>
        <dd>{edition.zone.replaceAll('_', ' ')}</dd>
        <dt>{t('edition-penholder')}</dt>
        <dd>
          <SideMark side={edition.penholder} />
        </dd>
      </dl>
      {editing && <EditionDialog edition={edition} onClose={() => setEditing(false)} />}
    </Section>
  )
}

function EditionDialog({ edition, onClose }: { readonly edition: Edition; readonly onClose: () => void }) {
  const t = useText(plan)
  const words = useText(common)
  const toast = useToast()
  const change = useAct('PUT /api/edition', EDITION_TOUCHES)
  const [form, setForm] = useState<NewEdition>(() => formOf(edition))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { body: form },
      {
        onSuccess: () => {
          toast(t('edition-saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={t('edition-edit')}
      description={t('edition-lead')}
      width="wide"
    >
      <form onSubmit={submit}>
        <FieldRows>
          <EditionFields value={form} onChange={setForm} full />
          {change.error && <FailureNotice error={change.error} />}
        </FieldRows>
        <DialogActions>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="primary" type="submit" busy={change.isPending}>
            {words('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Without what is not the organiser's to say. */
function formOf({ id: _, demonstration: __, ...rest }: Edition): NewEdition {
  return rest
}
