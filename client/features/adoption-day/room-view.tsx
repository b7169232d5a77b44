/** [S2] What the room sees, and what each key does to it. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { unitsOf } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { UnitChangeView } from '../../../shared/protocol/change-views.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { useText } from '../../i18n/use-text.ts'
import { keptTheme, showTheme } from '../../theme.ts'
import { AskChangeDialog } from '../changes/ask-change-dialog.tsx'
import { answerOf } from '../changes/use-unit-changes.ts'
import { rowsBetween } from '../integration/words-rows.ts'
import { ChangeBanner } from './change-banner.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import { EditsDialog } from './edits-dialog.tsx'
import styles from './room.module.css'
import { RoomFoot } from './room-foot.tsx'
import { RoomHead } from './room-head.tsx'
import { RoomHelp } from './room-help.tsx'
import { RoomStage, type ShownChange } from './room-stage.tsx'
import type { RoomText } from './room-text.ts'
import { type RoomDeed, useRoomKeys } from './use-room-keys.ts'
import { SIZE_STEPS, useRoomPreferences } from './use-room-preferences.ts'

const SHOWN = ['marked', 'after', 'before'] as const
export type ShownAs = (typeof SHOWN)[number]
const NO_CHANGES: readonly UnitChangeView[] = []

export function RoomView({ room }: { readonly room: RoomText }) {
  const t = useText(adoptionDay)
  const navigate = useNavigate()
  const [preferences, prefer] = useRoomPreferences()
  const { size, focus, dark } = preferences
  const units = useMemo(() => unitsOf(room.content), [room.content])
  const [index, setUnit] = useCurrentUnit(
    units.map(({ id }) => id),
    room.of.id,
  )
  const [open, setOpen] = useState<'ask' | 'consent' | 'list' | 'help' | null>(null)
  const [shown, setShown] = useState<ShownAs>('marked')
  const pager = useRef<((by: 1 | -1) => boolean) | null>(null)
  const changes = room.changes?.changes ?? NO_CHANGES
  const unit = units[index]
  const asked = useMemo(
    () => new Set(changes.filter(({ state }) => state === 'open').map(change => change.unit)),
    [changes],
  )
  const change = changes.find(each => each.state === 'open' && each.unit === unit?.id) ?? null
  const onStage = useShownChange(change, shown)
  useEffect(() => {
    showTheme(dark ? 'dark' : 'light')
    return () => showTheme(keptTheme())
  }, [dark])

  const go = (to: number) => setUnit(Math.max(0, Math.min(units.length - 1, to)))
  const mayAsk = room.source.kind === 'draft' && (room.changes?.asksFor.length ?? 0) > 0 && unit !== undefined
  const answersFor = room.changes?.answersFor ?? null
  const mayConsent = change !== null && answersFor !== null && answerOf(change, answersFor) === null
  const act = (deed: RoomDeed) => {
    switch (deed.kind) {
      case 'next':
        return go(index + 1)
      case 'previous':
        return go(index - 1)
      case 'page-on':
        return pager.current?.(1) ? undefined : go(index + 1)
      case 'page-back':
        return pager.current?.(-1) ? undefined : go(index - 1)
      case 'first':
        return go(0)
      case 'last':
        return go(units.length - 1)
      case 'go':
        return go(deed.number - 1)
      case 'size':
        return prefer({ size: Math.max(SIZE_STEPS.smallest, Math.min(SIZE_STEPS.largest, size + deed.by)) })
      case 'focus':
        return prefer({ focus: !focus })
      case 'dark':
        return prefer({ dark: !dark })
      case 'shown':
        return setShown(SHOWN[(SHOWN.indexOf(shown) + 1) % SHOWN.length]!)
      case 'ask':
        return mayAsk ? setOpen('ask') : undefined
      case 'consent':
        return mayConsent ? setOpen('consent') : undefined
      case 'list':
        return setOpen('list')
      case 'help':
        return setOpen('help')
      case 'leave':
        return void navigate(
          room.source.kind === 'draft' ? `/drafts/${room.source.view.draft.id}` : `/texts/${room.of.id}`,
        )
    }
  }
  const { typed, singleKeys } = useRoomKeys(act)
  const close = () => setOpen(null)

  return (
    <div className={styles.room} data-room="adoption">
      <RoomHead room={room} count={units.length} open={asked.size} />
      <main className={styles.main}>
        {units.length === 0 ? (
          <p className={styles.empty}>{t('empty')}</p>
        ) : (
          <RoomStage
            room={room}
            units={units}
            current={index}
            change={onStage}
            asked={asked}
            size={size}
            focus={focus}
            pager={pager}
            onUnit={go}
          />
        )}
        {change && <ChangeBanner change={change} shown={shown} />}
      </main>
      <RoomFoot
        room={room}
        unit={unit?.id ?? null}
        number={index + 1}
        order={units.map(({ id }) => id)}
        typed={typed}
        onAct={act}
        mayAsk={mayAsk}
        mayConsent={mayConsent}
      />
      {open === 'ask' && room.source.kind === 'draft' && room.changes && unit && (
        <AskChangeDialog
          view={room.source.view}
          changes={room.changes}
          live={room.source.live}
          unit={unit.id}
          text={room.content}
          number={index + 1}
          onAsked={close}
          onClose={close}
        />
      )}
      {open === 'consent' && change && answersFor && (
        <ConsentDialog
          change={change}
          side={answersFor}
          number={index + 1}
          facts={room.facts}
          onClose={close}
        />
      )}
      <EditsDialog
        open={open === 'list'}
        onClose={close}
        changes={changes}
        order={units.map(({ id }) => id)}
        facts={room.facts}
        known={room.source.kind === 'draft' ? room.source.view.facts : null}
      />
      <RoomHelp open={open === 'help'} onClose={close} singleKeys={singleKeys} />
    </div>
  )
}

/** The words change under the eyes: it is the unit that one is at, not its place. Kept while the window is open. */
function useCurrentUnit(
  order: readonly UnitId[],
  text: string,
): readonly [index: number, set: (index: number) => void] {
  const key = `concordance.adoption-day.${text}`
  const [at, setAt] = useState(() => ({ unit: sessionStorage.getItem(key), index: 0 }))
  const found = at.unit === null ? -1 : order.indexOf(at.unit as UnitId)
  const index = found >= 0 ? found : Math.max(0, Math.min(at.index, order.length - 1))
  const set = (next: number) => {
    const unit = order[next] ?? null
    setAt({ unit, index: next })
    if (unit) sessionStorage.setItem(key, unit)
  }
  return [index, set]
}

function useShownChange(change: UnitChangeView | null, shown: ShownAs): ShownChange | null {
  const before = change?.before
  const after = change?.after
  return useMemo(() => {
    if (!before || !after || shown === 'before') return null
    return shown === 'marked'
      ? { kind: 'marked', rows: rowsBetween(before, after) }
      : { kind: 'after', words: after }
  }, [before, after, shown])
}
