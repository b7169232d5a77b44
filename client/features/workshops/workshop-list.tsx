/** The workshops by number. The organiser moves one with Alt and an arrow, or from its menu. */
import { type KeyboardEvent, useState } from 'react'
import type { Workshop } from '../../../shared/model/edition.ts'
import type { WorkshopsView, WorkshopView } from '../../../shared/protocol/workshop-views.ts'
import { workshops } from '../../i18n/messages/workshops.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { useToast } from '../../ui/toast.tsx'
import { WorkshopEntry } from './workshop-entry.tsx'
import { WORKSHOP_TOUCHES } from './workshop-touches.ts'
import styles from './workshops.module.css'

export function WorkshopList({
  view,
  edit,
}: {
  readonly view: WorkshopsView
  readonly edit: (workshop: Workshop) => void
}) {
  const t = useText(workshops)
  const language = useLanguage()
  const { shown, move, error } = useRenumber(view.workshops)
  const [said, setSaid] = useState('')
  const [removing, setRemoving] = useState<Workshop | null>(null)
  const moveAndSay = (workshop: Workshop, by: -1 | 1) => {
    const number = move(workshop.id, by)
    if (number !== null) setSaid(t('moved', { name: labelIn(workshop.title, language).text, number }))
  }
  const onKeyDown = (event: KeyboardEvent, workshop: Workshop) => {
    if (!view.mayRun || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    moveAndSay(workshop, event.key === 'ArrowUp' ? -1 : 1)
  }
  if (shown.length === 0) return <p>{t('none')}</p>
  return (
    <>
      {error && <FailureNotice error={error} />}
      <p className="unseen" role="status">
        {said}
      </p>
      <ol className={styles.list}>
        {shown.map((each, index) => (
          <WorkshopEntry
            key={each.workshop.id}
            view={each}
            of={view}
            first={index === 0}
            last={index === shown.length - 1}
            onKeyDown={onKeyDown}
            edit={edit}
            move={moveAndSay}
            remove={setRemoving}
          />
        ))}
      </ol>
      {removing && <RemoveWorkshopDialog workshop={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

/** Moves a workshop one place; the list shows it at once and takes it back when it is refused. */
function useRenumber(list: readonly WorkshopView[]) {
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const renumber = useAct('PUT /api/workshops', WORKSHOP_TOUCHES)
  const place = ({ workshop }: WorkshopView) => wanted?.indexOf(workshop.id) ?? -1
  const shown = wanted ? list.toSorted((a, b) => place(a) - place(b)) : list
  /** The new number, or null at an end of the list. */
  const move = (id: string, by: -1 | 1): number | null => {
    const order = shown.map(({ workshop }) => workshop.id as string)
    const [from, to] = [order.indexOf(id), order.indexOf(id) + by]
    if (to < 0 || to >= order.length) return null
    order.splice(to, 0, ...order.splice(from, 1))
    setWanted(order)
    renumber.mutate({ body: { order } }, { onSettled: () => setWanted(null) })
    return to + 1
  }
  return { shown, move, error: renumber.error }
}

function RemoveWorkshopDialog({
  workshop,
  onClose,
}: {
  readonly workshop: Workshop
  readonly onClose: () => void
}) {
  const t = useText(workshops)
  const language = useLanguage()
  const toast = useToast()
  const remove = useAct('DELETE /api/workshops/:id', WORKSHOP_TOUCHES)
  return (
    <ConfirmDialog
      open
      onOpenChange={open => open || onClose()}
      title={t('remove-title')}
      description={t('remove-text', { name: labelIn(workshop.title, language).text })}
      actLabel={t('remove')}
      danger
      act={async () => {
        await remove.mutateAsync({ params: { id: workshop.id } })
        toast(t('removed'))
      }}
    />
  )
}
