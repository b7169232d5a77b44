import type { FormEvent } from 'react'
import { useState } from 'react'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { Person, Role } from '../../../shared/model/mandate.ts'
import { ROLES, ROLES_WITHOUT_SIDE } from '../../../shared/model/mandate.ts'
import { suggestedTitle } from '../../../shared/model/suggested-title.ts'
import { common } from '../../i18n/messages/common.ts'
import { people } from '../../i18n/messages/people.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct, useAsk } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { CopyLink } from '../../ui/copy-link.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows, SelectField, TextField } from '../../ui/field.tsx'

type SideChoice = Side | 'none'

/** Makes an invitation; then shows its link, once. `person`: someone who has an account already. */
export function InviteDialog({
  person,
  onClose,
}: {
  readonly person: Person | null
  readonly onClose: () => void
}) {
  const t = useText(people)
  const words = useText(common)
  const invite = useAct('POST /api/invitations', ['GET /api/people'])
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={
        invite.data ? t('link-title') : person ? t('further-title', { name: person.name }) : t('invite-title')
      }
      {...(invite.data ? {} : { description: t('invite-lead') })}
      width="wide"
    >
      {invite.data ? (
        <>
          <CopyLink link={invite.data.link} expiresAt={invite.data.invitation.expiresAt} />
          <DialogActions>
            <Button onClick={onClose}>{words('close')}</Button>
          </DialogActions>
        </>
      ) : (
        <InviteForm person={person} onClose={onClose} invite={invite} />
      )}
    </Dialog>
  )
}

function InviteForm({
  person,
  onClose,
  invite,
}: {
  readonly person: Person | null
  readonly onClose: () => void
  readonly invite: ReturnType<typeof useAct<'POST /api/invitations'>>
}) {
  const t = useText(people)
  const words = useText(common)
  const language = useLanguage()
  const { data: edition } = useAsk('GET /api/edition')
  const [role, setRole] = useState<Role>('drafter')
  const [side, setSide] = useState<SideChoice>('fra')
  const [organisation, setOrganisation] = useState('')
  const [workshop, setWorkshop] = useState('')
  const [written, setWritten] = useState<Partial<BilingualLabel>>({})
  const ofSide = side === 'none' ? null : side
  const chosen = edition?.workshops.find(each => each.id === workshop) ?? null
  const led = role === 'lead' ? chosen : null
  const title = { ...suggestedTitle(ofSide, role, led?.number ?? null), ...written }
  const chooseRole = (next: Role) => {
    setRole(next)
    if (next === 'organiser' || next === 'observer') setSide('none')
    else if (side === 'none') setSide('fra')
    if (next === 'lead' && !chosen) setWorkshop(edition?.workshops[0]?.id ?? '')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({
      body: {
        role,
        side: ofSide,
        organisation: organisation || null,
        workshop: led?.id ?? null,
        title,
        person: person?.id ?? null,
      },
    })
  }
  const sides: readonly SideChoice[] = ROLES_WITHOUT_SIDE.includes(role)
    ? ['none', 'fra', 'jap']
    : ['fra', 'jap']
  return (
    <form onSubmit={submit}>
      <FieldRows>
        <FieldRows columns={2}>
          <SelectField<Role>
            label={t('role')}
            hint={t(`role-hint.${role}`)}
            value={role}
            onChange={chooseRole}
            choices={ROLES.map(value => ({ value, text: words(`role.${value}`) }))}
          />
          <SelectField<SideChoice>
            label={t('side')}
            value={side}
            onChange={setSide}
            choices={sides.map(value => ({ value, text: words(`side.${value}`) }))}
          />
          <SelectField
            label={t('organisation')}
            optional
            value={organisation}
            onChange={setOrganisation}
            choices={[
              { value: '', text: t('no-organisation') },
              ...(edition?.organisations ?? []).map(({ id, name }) => ({
                value: id as string,
                text: labelIn(name, language).text,
              })),
            ]}
          />
          {role === 'lead' && (
            <SelectField
              label={t('workshop')}
              value={workshop}
              onChange={setWorkshop}
              choices={[
                { value: '', text: t('no-workshop') },
                ...(edition?.workshops ?? []).map(each => ({
                  value: each.id as string,
                  text: t('workshop-number', {
                    number: each.number,
                    title: labelIn(each.title, language).text,
                  }),
                })),
              ]}
            />
          )}
        </FieldRows>
        <FieldRows columns={2}>
          <TextField
            label={t('title-fr')}
            hint={t('title-hint')}
            lang="fr"
            value={title.fr}
            onChange={event => setWritten({ ...written, fr: event.target.value })}
            maxLength={300}
            required
          />
          <TextField
            label={t('title-ja')}
            hint={t('title-hint')}
            lang="ja"
            value={title.ja}
            onChange={event => setWritten({ ...written, ja: event.target.value })}
            maxLength={300}
            required
          />
        </FieldRows>
        {invite.error && <FailureNotice error={invite.error} />}
      </FieldRows>
      <DialogActions>
        <Button onClick={onClose}>{words('cancel')}</Button>
        <Button kind="primary" type="submit" busy={invite.isPending}>
          {t('invite-act')}
        </Button>
      </DialogActions>
    </form>
  )
}
