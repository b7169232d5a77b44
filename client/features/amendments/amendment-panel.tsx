/** The list of amendments beside the text: how far one is, the filters, and each amendment with its decision. */
import { type RefObject, useMemo } from 'react'
import { newText, oldText } from '../../../shared/compare/texts-of-comparison.ts'
import { blockNumbers } from '../../../shared/model/block-numbers.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { AmendmentDesk, AmendmentItem } from './amendment-desk.ts'
import { type AmendmentFilters, nextUndecided } from './amendment-filters.ts'
import { AmendmentItemView, type ItemActs } from './amendment-item.tsx'
import styles from './amendment-panel.module.css'
import type { RedlineSetting } from './amendment-redline.tsx'
import { usePlaceWords } from './amendment-words.ts'
import { FilterBar } from './filter-bar.tsx'
import type { ListWalk } from './use-list-walk.ts'

type AmendmentPanelProps = {
  readonly desk: AmendmentDesk
  /** Those that pass the filters. */
  readonly shown: readonly AmendmentItem[]
  readonly filters: AmendmentFilters
  readonly onFilter: (filters: AmendmentFilters) => void
  readonly walk: ListWalk
  readonly busy: ReadonlySet<string>
  readonly failure: { readonly amendments: readonly string[]; readonly error: Error } | null
  /** Key of the amendment whose rejection is being written. */
  readonly rejecting: string | null
  readonly acts: ItemActs
  readonly onClose: () => void
  readonly panel: RefObject<HTMLElement | null>
}

export function AmendmentPanel(props: AmendmentPanelProps) {
  const { desk, shown, filters, onFilter, walk, busy, failure, rejecting, acts, onClose, panel } = props
  const t = useText(amendments)
  const place = usePlaceWords()
  const setting = useRedlineSetting(desk)
  const byKey = useMemo(() => new Map(desk.items.map(item => [item.amendment.key, item])), [desk])
  const next = nextUndecided(desk.items, walk.current)
  return (
    <aside className={styles.panel} aria-labelledby="amendments-title" ref={panel} id="amendments">
      <header className={styles.head}>
        <div className={styles.titleLine}>
          <h2 className={styles.title} id="amendments-title" tabIndex={-1}>
            {t('title', { label: desk.view.answer.label })}
          </h2>
          <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        <Progress desk={desk} />
        {!desk.view.mayDecide && <p className={styles.hint}>{t('readOnly')}</p>}
        <div className={styles.tools}>
          <Button disabled={!next} onClick={() => next && walk.goTo(next.amendment.key)}>
            {t('nextUndecided')}
          </Button>
        </div>
        <FilterBar desk={desk} shown={shown.length} filters={filters} onFilter={onFilter} />
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
              mayDecide={desk.view.mayDecide}
              setting={setting}
              acts={acts}
            />
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p className={styles.none}>{t('noneMatches')}</p>}
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
