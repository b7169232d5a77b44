/** Who takes part, in the order in which they were entered. The organiser says in the row where they speak. */
import { useState } from 'react'
import type { WorkshopId } from '../../../shared/model/ids.ts'
import { isPair, speakersOf } from '../../../shared/model/participation.ts'
import type { Participation } from '../../../shared/model/workshop.ts'
import { participations } from '../../i18n/messages/participations.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Label } from '../../ui/label.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import table from '../../ui/table.module.css'
import { useToast } from '../../ui/toast.tsx'
import { bodyOf, formOf } from './participation-form.ts'
import styles from './participations.module.css'
import type { WorkshopsRead } from './use-workshops.ts'
import { WORKSHOP_TOUCHES } from './workshop-touches.ts'

export function ParticipationTable({
  read,
  edit,
}: {
  readonly read: WorkshopsRead
  readonly edit: (participation: Participation) => void
}) {
  const t = useText(participations)
  const { view } = read
  const [removing, setRemoving] = useState<Participation | null>(null)
  const assign = useAct('PUT /api/participations/:id', WORKSHOP_TOUCHES)
  if (view.participations.length === 0) return <p>{t('none')}</p>
  return (
    <>
      {assign.error && <FailureNotice error={assign.error} />}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('form')}</th>
            <th scope="col">{t('first')}</th>
            <th scope="col">{t('second')}</th>
            <th scope="col">{t('speaks')}</th>
            <th scope="col">{t('note')}</th>
            {view.mayRun && (
              <th scope="col">
                <span className="unseen">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {view.participations.map(participation => (
            <ParticipationRow
              key={participation.id}
              participation={participation}
              read={read}
              edit={edit}
              remove={setRemoving}
              assign={workshop =>
                assign.mutate({
                  params: { id: participation.id },
                  body: bodyOf({ ...formOf(participation), speaks: workshop ? { id: workshop } : null }),
                })
              }
            />
          ))}
        </tbody>
      </table>
      {removing && <RemoveDialog participation={removing} read={read} onClose={() => setRemoving(null)} />}
    </>
  )
}

function ParticipationRow({
  participation,
  read,
  edit,
  remove,
  assign,
}: {
  readonly participation: Participation
  readonly read: WorkshopsRead
  readonly edit: (participation: Participation) => void
  readonly remove: (participation: Participation) => void
  readonly assign: (workshop: WorkshopId | null) => void
}) {
  const t = useText(participations)
  const names = useNames(participation, read)
  const { mayRun } = read.view
  const [first, second] = participation.choices
  return (
    <tr>
      <th scope="row">
        {speakersOf(participation, read.edition.organisations).map(({ id, name, side }) => (
          <span key={id} className={styles.who}>
            <SideMark side={side} />
            <span className={styles.name}>
              <Label of={name} />
            </span>
          </span>
        ))}
      </th>
      <td data-label={t('form')}>{t(isPair(participation) ? 'pair' : 'alone')}</td>
      <td data-label={t('first')}>
        <Choice id={first} read={read} />
      </td>
      <td data-label={t('second')}>
        <Choice id={second} read={read} />
      </td>
      <td data-label={t('speaks')}>
        {mayRun ? (
          <SpeaksIn participation={participation} names={names} read={read} assign={assign} />
        ) : participation.workshop ? (
          <Choice id={participation.workshop} read={read} />
        ) : (
          <span className={table.faint}>{t('nowhere')}</span>
        )}
      </td>
      <td data-label={t('note')} className={styles.note}>
        {participation.note}
      </td>
      {mayRun && (
        <td className={table.end}>
          <Menu
            trigger={
              <Button aria-label={t('actions-for', { names })}>
                {t('actions')} <span aria-hidden="true">▾</span>
              </Button>
            }
          >
            <MenuItem onSelect={() => edit(participation)}>{t('edit')}</MenuItem>
            <MenuItem danger onSelect={() => remove(participation)}>
              {t('remove')}
            </MenuItem>
          </Menu>
        </td>
      )}
    </tr>
  )
}

/** A workshop by its number; its title is said to whoever points at it or hears it. */
function Choice({ id, read }: { readonly id: WorkshopId | undefined; readonly read: WorkshopsRead }) {
  const t = useText(participations)
  const language = useLanguage()
  const workshop = read.edition.workshops.find(each => each.id === id)
  if (!workshop) return <span className={table.faint}>—</span>
  const { text, lang } = labelIn(workshop.title, language)
  return (
    <span title={text}>
      {workshop.number}
      <span className="unseen" lang={lang}>
        {' '}
        {t('workshop', { number: workshop.number, title: text })}
      </span>
    </span>
  )
}

function SpeaksIn({
  participation,
  names,
  read,
  assign,
}: {
  readonly participation: Participation
  readonly names: string
  readonly read: WorkshopsRead
  readonly assign: (workshop: WorkshopId | null) => void
}) {
  const t = useText(participations)
  const language = useLanguage()
  return (
    <select
      className={styles.speaks}
      aria-label={t('speaks-for', { names })}
      value={participation.workshop ?? ''}
      onChange={event => assign((event.target.value || null) as WorkshopId | null)}
    >
      <option value="">{t('nowhere')}</option>
      {read.edition.workshops.map(({ id, number, title }) => (
        <option key={id} value={id}>
          {t('workshop', { number, title: labelIn(title, language).text })}
        </option>
      ))}
    </select>
  )
}

/** Those who speak, in one line of the interface's language. */
function useNames(participation: Participation, { edition }: WorkshopsRead): string {
  const language = useLanguage()
  return speakersOf(participation, edition.organisations)
    .map(({ name }) => labelIn(name, language).text)
    .join(language === 'ja' ? '・' : ' – ')
}

function RemoveDialog({
  participation,
  read,
  onClose,
}: {
  readonly participation: Participation
  readonly read: WorkshopsRead
  readonly onClose: () => void
}) {
  const t = useText(participations)
  const toast = useToast()
  const names = useNames(participation, read)
  const remove = useAct('DELETE /api/participations/:id', WORKSHOP_TOUCHES)
  return (
    <ConfirmDialog
      open
      onOpenChange={open => open || onClose()}
      title={t('remove-title')}
      description={t('remove-text', { names })}
      actLabel={t('remove')}
      danger
      act={async () => {
        await remove.mutateAsync({ params: { id: participation.id } })
        toast(t('removed'))
      }}
    />
  )
}
