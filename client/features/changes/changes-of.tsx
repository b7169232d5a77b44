/** The panel of changes beside the text of a draft, which follows the text as people write. */
import { useMemo, useSyncExternalStore } from 'react'
import { unitOrder } from '../../../shared/model/bilingual-text.ts'
import type { UnitChangesView } from '../../../shared/protocol/change-views.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { ChangePanel } from './change-panel.tsx'

type ChangesOfProps = {
  readonly view: DraftView
  readonly changes: UnitChangesView
  readonly live: LiveText
  readonly side: { readonly close: () => void }
}

export function ChangesOf({ view, changes, live, side }: ChangesOfProps) {
  const text = useSyncExternalStore(live.subscribe, live.get)
  const order = useMemo(() => unitOrder(text), [text])
  return <ChangePanel view={changes} facts={view.facts} order={order} onGo={goToUnit} onClose={side.close} />
}

/** The unit's number in the margin, which leads on into its words. */
function goToUnit(unit: string): void {
  const row = document.querySelector<HTMLElement>(
    `[data-unit="${CSS.escape(unit)}"]:not([contenteditable="true"] *)`,
  )
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
}
