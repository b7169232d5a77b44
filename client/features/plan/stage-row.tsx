import type { KeyboardEvent } from 'react'
import type { Stage } from '../../../shared/model/edition.ts'
import { common } from '../../i18n/messages/common.ts'
import { plan } from '../../i18n/messages/plan.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx'
import { TurnMark } from '../../ui/side-mark.tsx'
import { STAGE_SIGNS } from '../../ui/stage-signs.ts'
import table from '../../ui/table.module.css'
import styles from './plan.module.css'

export function StageRow({
  stage,
  place,
  last,
  edit,
  move,
  onKeyDown,
  ask,
}: {
  readonly stage: Stage
  /** From 1. */
  readonly place: number
  readonly last: boolean
  readonly edit: (stage: Stage) => void
  readonly move: (stage: Stage, by: -1 | 1) => void
  readonly onKeyDown: (event: KeyboardEvent, stage: Stage) => void
  readonly ask: (what: 'open' | 'remove', stage: Stage) => void
}) {
  const t = useText(plan)
  const language = useLanguage()
  const { administers } = useSession()
  const name = labelIn(stage.name, language).text
  return (
    <tr
      className={`${styles.row} ${stage.state === 'current' ? styles.current : ''}`}
      aria-current={stage.state === 'current' ? 'step' : undefined}
      onKeyDown={event => onKeyDown(event, stage)}
    >
      <td className={styles.place}>{place}</td>
      <th scope="row">
        <p className={styles.name}>
          <Label of={stage.name} />
        </p>
        {stage.confirmsEssential && <p className={table.faint}>{t('confirms-essential')}</p>}
        {stage.adopts && <p className={table.faint}>{t('adopts')}</p>}
      </th>
      <td data-label={t('turn')}>
        <TurnMark turn={stage.turn} />
      </td>
      <td data-label={t('version')}>
        {stage.versionLabel ?? <span className={table.faint}>{t('no-version')}</span>}
      </td>
      <td data-label={t('due')}>
        <Due stage={stage} />
      </td>
      <td data-label={t('state')}>
        <span className={styles.state}>
          <span aria-hidden="true">{STAGE_SIGNS[stage.state]} </span>
          {t(`state.${stage.state}`)}
        </span>
      </td>
      {administers && (
        <td className={table.end}>
          <div className={styles.tools}>
            <Button
              kind="plain"
              aria-label={t('move-up', { name })}
              aria-disabled={place === 1}
              onClick={() => move(stage, -1)}
            >
              ↑
            </Button>
            <Button
              kind="plain"
              aria-label={t('move-down', { name })}
              aria-disabled={last}
              onClick={() => move(stage, 1)}
            >
              ↓
            </Button>
            <Menu
              trigger={
                <Button aria-label={t('actions-for', { name })}>
                  {t('actions')} <span aria-hidden="true">▾</span>
                </Button>
              }
            >
              <MenuItem onSelect={() => edit(stage)}>{t('edit')}</MenuItem>
              {stage.state !== 'current' && (
                <MenuItem onSelect={() => ask('open', stage)}>{t('open')}</MenuItem>
              )}
              <MenuRule />
              <MenuItem danger onSelect={() => ask('remove', stage)}>
                {t('remove')}
              </MenuItem>
            </Menu>
          </div>
        </td>
      )}
    </tr>
  )
}

function Due({ stage }: { readonly stage: Stage }) {
  const t = useText(plan)
  const words = useText(common)
  const { due, dueStatus, evidence } = stage
  return (
    <div>
      {due ? (
        <p className={styles.due}>
          <InstantLines at={due.at} meantIn={due.zone} />
        </p>
      ) : (
        <p className={table.faint}>{t('no-due')}</p>
      )}
      {due && dueStatus !== 'confirmed' && (
        <p className={styles.status}>
          <span aria-hidden="true">△ </span>
          {words(`status.${dueStatus}`)}
        </p>
      )}
      {evidence && (
        <p className={table.faint} lang="fr">
          {t('evidence', { words: evidence })}
        </p>
      )}
    </div>
  )
}
