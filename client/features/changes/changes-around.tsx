/** Around the text of a joint draft: the sign at each unit of which a change is asked for, and asking for one. */
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { unitOrder } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { UnitChangesView, UnitChangeView } from '../../../shared/protocol/change-views.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { AskChangeProvider } from '../../editor/changes/ask-change.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { changes as words } from '../../i18n/messages/changes.ts'
import { useText } from '../../i18n/use-text.ts'
import { UnitChangeMarksProvider } from '../../text-view/unit-change-marks.tsx'
import { AskChangeDialog } from './ask-change-dialog.tsx'
import { CHANGE_SIGNS } from './change-signs.ts'
import styles from './changes.module.css'

type ChangesAroundProps = {
  readonly view: DraftView
  readonly live: LiveText
  /** Null where there are none, as in a private draft. */
  readonly changes: UnitChangesView | null
  readonly onOpen: (change: string) => void
  readonly children: ReactNode
}

export function ChangesAround({ view, live, changes, onOpen, children }: ChangesAroundProps) {
  const [asking, setAsking] = useState<{ readonly unit: UnitId; readonly text: BilingualText } | null>(null)
  const ask = useCallback((unit: string) => setAsking({ unit: unit as UnitId, text: live.read() }), [live])
  const byUnit = useMemo(
    () => new Map(changes?.changes.filter(({ state }) => state === 'open').map(each => [each.unit, each])),
    [changes],
  )
  const inMargin = useCallback(
    (unit: UnitId) => {
      const change = byUnit.get(unit)
      return change ? <ChangeMark change={change} onOpen={onOpen} /> : null
    },
    [byUnit, onOpen],
  )
  const mayAsk = changes !== null && changes.asksFor.length > 0
  return (
    <AskChangeProvider value={mayAsk ? ask : null}>
      <UnitChangeMarksProvider value={inMargin}>{children}</UnitChangeMarksProvider>
      {changes && asking && (
        <AskChangeDialog
          view={view}
          changes={changes}
          live={live}
          unit={asking.unit}
          text={asking.text}
          number={unitOrder(asking.text).indexOf(asking.unit) + 1}
          onAsked={onOpen}
          onClose={() => setAsking(null)}
        />
      )}
    </AskChangeProvider>
  )
}

function ChangeMark({
  change,
  onOpen,
}: {
  readonly change: UnitChangeView
  readonly onOpen: (change: string) => void
}) {
  const t = useText(words)
  return (
    <button
      type="button"
      className={styles.mark}
      // The caret stays in the text until one goes to the card.
      onPointerDown={event => event.preventDefault()}
      onClick={() => onOpen(change.id)}
    >
      <span aria-hidden="true">{CHANGE_SIGNS.open} </span>
      {t('marked')}
    </button>
  )
}
