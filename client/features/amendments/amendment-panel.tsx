/** The list of amendments beside the text: how far one is, the filters, and each amendment with its decision. */
import { useMemo } from 'react'
import { newText, oldText } from '../../../shared/compare/texts-of-comparison.ts'
import { blockNumbers } from '../../../shared/model/block-numbers.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/field.tsx'
import type { AmendmentDesk, AmendmentItem } from './amendment-desk.ts'
import { nextUndecided } from './amendment-filters.ts'
import { AmendmentItemView } from './amendment-item.tsx'
import styles from './amendment-panel.module.css'
import type { RedlineSetting } from './amendment-redline.tsx'
import { usePlaceWords } from './amendment-words.ts'
import { BulkBar, LastBulk } from './bulk-bar.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { EditedDialog } from './edited-dialog.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { AmendmentList } from './use-amendment-list.ts'
import type { TextMarks } from './use-text-marks.ts'

type AmendmentPanelProps = {
  readonly desk: AmendmentDesk
  readonly list: AmendmentList
  readonly live: LiveText
  readonly inText: TextMarks
}

export function AmendmentPanel({ desk, list, live, inText }: AmendmentPanelProps) {
  const { shown, filters, setFilters, walk, decisions, rejecting, acts, bulk } = list
  const { busy, failure } = decisions
  const { mayDecide } = desk.view
  const [singleKeys, setSingleKeys] = list.singleKeys
  const t = useText(amendments)
  const place = usePlaceWords()
  const setting = useRedlineSetting(desk)
  const byKey = useMemo(() => new Map(desk.items.map(item => [item.amendment.key, item])), [desk])
  const next = nextUndecided(desk.items, walk.current)
  const ticked = new Set(bulk.ticked.map(({ amendment }) => amendment.key))
  const edited = list.edited && byKey.get(list.edited.amendment)
  return (
    <aside className={styles.panel} aria-labelledby="amendments-title" ref={list.element}>
      <header className={styles.head}>
        <div className={styles.titleLine}>
          <h2 className={styles.title} id="amendments-title" tabIndex={-1}>
            {t('title', { label: desk.view.answer.label })}
          </h2>
          <button type="button" className={styles.close} aria-label={t('close')} onClick={list.close}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        <Progress desk={desk} />
        {!mayDecide && <p className={styles.hint}>{t('readOnly')}</p>}
        <div className={styles.tools}>
          <Button disabled={!next} onClick={() => next && list.goTo(next.amendment.key)}>
            {t('nextUndecided')}
          </Button>
          {mayDecide && (
            <Button kind="plain" aria-pressed={bulk.on} onClick={() => bulk.setOn(!bulk.on)}>
              {t(bulk.on ? 'bulkEnd' : 'bulk')}
            </Button>
          )}
        </div>
        <FilterBar desk={desk} shown={shown.length} filters={filters} onFilter={setFilters}>
          {mayDecide && <CheckField label={t('singleKeys')} checked={singleKeys} onChange={setSingleKeys} />}
        </FilterBar>
        {mayDecide && (
          <div className={styles.inText}>
            <CheckField label={t('inText')} checked={inText.on} onChange={inText.setOn} />
          </div>
        )}
        {bulk.on && (
          <BulkBar
            bulk={bulk}
            items={desk.items}
            shown={shown}
            current={walk.current === null ? undefined : byKey.get(walk.current)}
          />
        )}
        <LastBulk bulk={bulk} busy={busy.size > 0} />
      </header>
      {/* Keys of the list act on the item that has the focus; every one of them has a button too. */}
      <ol className={styles.list} aria-label={t('list')} ref={walk.list} onKeyDown={walk.onKeyDown}>
        {shown.map(item => (
          <li key={item.amendment.key} onFocus={() => walk.setCurrent(item.amendment.key)}>
            <AmendmentItemView
              item={item}
              touched={touchedBy(item, byKey, place)}
              current={walk.current === item.amendment.key}
              busy={busy.has(item.amendment.key)}
              rejecting={rejecting === item.amendment.key}
              failure={failure?.amendments.includes(item.amendment.key) ? failure.error : null}
              mayDecide={mayDecide}
              ticked={bulk.on && !item.decision ? ticked.has(item.amendment.key) : null}
              onTick={bulk.tick}
              setting={setting}
              acts={acts}
            />
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p className={styles.none}>{t('noneMatches')}</p>}
      {list.edited && edited && (
        <EditedDialog
          item={edited}
          mergeable={list.edited.mergeable}
          desk={desk}
          live={live}
          setting={setting}
          busy={busy.has(edited.amendment.key)}
          failure={failure?.error ?? null}
          onChoose={choice => list.choose(edited, choice, desk, live.read())}
          onClose={list.leaveEdited}
        />
      )}
      {bulk.asking && (
        <BulkDialog
          bulk={bulk}
          desk={desk}
          live={live}
          setting={setting}
          failure={failure?.error ?? null}
          focusAfter={() => list.element.current?.querySelector<HTMLElement>('h2')}
        />
      )}
    </aside>
  )
}

function Progress({ desk }: { readonly desk: AmendmentDesk }) {
  const t = useText(amendments)
  const count = desk.items.length
  const undecided = desk.items.filter(({ decision }) => decision === null).length
  return (
    <div className={styles.progress}>
      <p role="status">
        {undecided === 0 ? (
          <>
            <span aria-hidden="true">✓ </span>
            {t('allDecided', { count })}
          </>
        ) : (
          t('undecidedOf', { undecided, count })
        )}
      </p>
      <progress value={count - undecided} max={count} aria-label={t('progress')} />
    </div>
  )
}

function useRedlineSetting({ view }: AmendmentDesk): RedlineSetting {
  const { comparison, facts } = view
  return useMemo(
    () => ({
      facts: { ...facts.base, ...facts.answer },
      oldFacts: facts.base,
      oldNumbers: blockNumbers(oldText(comparison)),
      newNumbers: blockNumbers(newText(comparison)),
    }),
    [comparison, facts],
  )
}

function touchedBy(
  { amendment }: AmendmentItem,
  byKey: ReadonlyMap<string, AmendmentItem>,
  place: ReturnType<typeof usePlaceWords>,
): string {
  return amendment.touches
    .flatMap(key => byKey.get(key) ?? [])
    .map(place)
    .join(' · ')
}
