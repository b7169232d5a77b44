import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { Stage } from '../../../shared/model/edition.ts'
import { plan } from '../../i18n/messages/plan.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import table from '../../ui/table.module.css'
import { OpenStageDialog, RemoveStageDialog } from './stage-acts.tsx'
import { StageRow } from './stage-row.tsx'
import { useReorder } from './use-reorder.ts'

/** The stages in order. The organiser moves a row with Alt and an arrow, or with its two buttons. */
export function StageTable({
  stages,
  edit,
}: {
  readonly stages: readonly Stage[]
  readonly edit: (stage: Stage) => void
}) {
  const t = useText(plan)
  const language = useLanguage()
  const { administers } = useSession()
  const { shown, move, error } = useReorder(stages)
  const [said, setSaid] = useState('')
  const [asking, setAsking] = useState<{ what: 'open' | 'remove'; stage: Stage } | null>(null)
  const moveAndSay = (stage: Stage, by: -1 | 1) => {
    const place = move(stage.id, by)
    if (place !== null) setSaid(t('moved', { name: labelIn(stage.name, language).text, place }))
  }
  const onKeyDown = (event: KeyboardEvent, stage: Stage) => {
    if (!administers || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    moveAndSay(stage, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <>
      {error && <FailureNotice error={error} />}
      <p className="unseen" role="status">
        {said}
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('turn')}</th>
            <th scope="col">{t('version')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('state')}</th>
            {administers && (
              <th scope="col">
                <span className="unseen">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((stage, index) => (
            <StageRow
              key={stage.id}
              stage={stage}
              place={index + 1}
              last={index === shown.length - 1}
              edit={edit}
              move={moveAndSay}
              onKeyDown={onKeyDown}
              ask={(what, about) => setAsking({ what, stage: about })}
            />
          ))}
        </tbody>
      </table>
      {asking?.what === 'open' && <OpenStageDialog stage={asking.stage} onClose={() => setAsking(null)} />}
      {asking?.what === 'remove' && (
        <RemoveStageDialog stage={asking.stage} onClose={() => setAsking(null)} />
      )}
    </>
  )
}
