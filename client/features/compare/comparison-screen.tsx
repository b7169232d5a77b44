/** One comparison on the screen: its bar, its rows, its keys, and the sheet of paper it prints on. */
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { ComparisonView } from '../../../shared/protocol/views.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Page } from '../../ui/page.tsx'
import { Agreement } from '../agreement/agreement.tsx'
import { decisionsTableAddress, roundBetween } from '../decisions/decisions-address.ts'
import { OnThisText } from '../presence/on-this-text.tsx'
import { useTextVisit } from '../texts/use-text-visit.ts'
import { ThreadsBeside } from '../threads/threads-beside.tsx'
import { threadKeyActs } from '../threads/use-thread-keys.ts'
import { ActiveFilters, useFilterWords } from './active-filters.tsx'
import { chainAround, columnsAddress, statesOf } from './columns/columns-address.ts'
import { type ComparisonAddress, comparisonAddress, nextLanguages } from './comparison-address.ts'
import { Bar, LanguageKeys, LayoutKeys, SeenCount, UnfoldKey, WalkKeys } from './comparison-bar.tsx'
import { ComparisonBody } from './comparison-body.tsx'
import { NO_FILTERS } from './comparison-filters.ts'
import { changeKeys, comparisonItems, foldKeys, foldsAround, shownRows } from './comparison-items.ts'
import { useListedKeys } from './comparison-keys.ts'
import styles from './comparison-screen.module.css'
import { sectionsOf } from './comparison-sections.ts'
import { ComparisonSummary } from './comparison-summary.tsx'
import { FilterPopover } from './filter-popover.tsx'
import { KeysPopover } from './keys-popover.tsx'
import { PrintedHead, shortHash } from './printed-head.tsx'
import { useChangeWalk } from './use-change-walk.ts'
import { useComparedName } from './use-compared-name.ts'
import { useComparisonShape } from './use-comparison-shape.ts'
import { useComparisonThreads } from './use-comparison-threads.ts'
import { useFolds } from './use-folds.ts'
import { useHiddenAsSeen } from './use-hidden-as-seen.ts'
import { usePrintedPage } from './use-printed-page.ts'
import { useSeen } from './use-seen.ts'
import { useSingleKeys } from './use-single-keys.ts'
import { useStartAt } from './use-start-at.ts'

/** With less room than this beside threads, in rem, four columns are too narrow to read. */
const FOUR_COLUMNS = 100

type ComparisonScreenProps = { readonly view: ComparisonView; readonly address: ComparisonAddress }

export function ComparisonScreen({ view, address }: ComparisonScreenProps) {
  const t = useText(compare)
  const d = useText(decisions)
  const language = useLanguage()
  const navigate = useNavigate()
  const { comparison, facts, oldFacts, from, to, text } = view
  useTextVisit(text.id)
  const { shape, show } = useComparisonShape(address)
  const { layout, languages, swapped, filters } = shape
  const seen = useSeen(view, address)
  const hidden = useHiddenAsSeen(seen.keys, filters.unseenOnly)
  const folds = useFolds()
  const items = useMemo(
    () => comparisonItems(comparison, shownRows(comparison, filters, hidden), folds.open),
    [comparison, filters, folds.open, hidden],
  )
  const changes = useMemo(() => changeKeys(items), [items])
  const sections = useMemo(() => sectionsOf(comparison), [comparison])
  const walk = useChangeWalk(changes, `${layout} ${languages}`)
  const { currentKey } = walk
  useStartAt()
  const [keysShown, setKeysShown] = useState(false)
  const threads = useComparisonThreads(view, items, folds.set)
  const { place, reveal, ...beside } = threads
  const keysListed = useListedKeys(threads.desk.view !== undefined)
  const filterWords = useFilterWords(filters, sections)

  // Until the text's other states are known, the two that are compared.
  const { data: ofText } = useAsk('GET /api/texts/:id', { params: { id: text.id } })
  const successive = columnsAddress({
    refs: chainAround(ofText ? statesOf(ofText) : [], from.ref, to.ref),
    languages,
  })
  const round = ofText && roundBetween(ofText.versions, from.ref, to.ref)
  const nextUnseen = () => walk.stepTo(key => !seen.keys.has(key))
  const clearFilters = () => show({ filters: NO_FILTERS })
  const swap = (languages: readonly Language[]) =>
    show({ swapped: LANGUAGES.filter(each => swapped.includes(each) !== languages.includes(each)) })
  const allFolds = foldKeys(items)

  const singleKeys = useSingleKeys({
    n: () => walk.step(1),
    j: () => walk.step(1),
    p: () => walk.step(-1),
    k: () => walk.step(-1),
    u: nextUnseen,
    v: () => {
      if (currentKey !== null) seen.tick(currentKey, !seen.keys.has(currentKey))
    },
    o: () => {
      if (currentKey !== null) folds.toggle(foldsAround(items, currentKey))
    },
    e: () => folds.toggle(allFolds),
    '1': () => show({ layout: 'redline' }),
    '2': () => show({ layout: 'table' }),
    '3': () => show({ layout: 'clean' }),
    '4': () => void navigate(successive),
    l: () => show({ languages: nextLanguages(languages) }),
    x: () => swap(LANGUAGES),
    '0': clearFilters,
    ...threadKeyActs(threads, threads.text),
    '?': () => setKeysShown(shown => !shown),
  })

  const title = labelIn(text.title, language)
  const nameOf = useComparedName()
  const names = { from: nameOf(from), to: nameOf(to) }
  const heading = t('heading', names)
  usePrintedPage({
    orientation: layout === 'table' && languages === 'both' ? 'landscape' : 'portrait',
    topLeft: title.text,
    topRight: `${t(layout)} – ${heading}`,
    bottomLeft: `SHA-256 – ${names.from}: ${shortHash(from.sha256)} – ${names.to}: ${shortHash(to.sha256)}`,
    language,
  })

  return (
    <Page
      width="full"
      headOnPaper={false}
      title={heading}
      titleText={`${heading} – ${title.text}`}
      lead={
        <div className={styles.lead}>
          <Link to={`/texts/${text.id}`} lang={title.lang}>
            {title.text}
          </Link>
          <OnThisText text={text.id} />
        </div>
      }
      actions={
        <>
          {round && <ButtonLink to={decisionsTableAddress(text.id, round)}>{d('link')}</ButtonLink>}
          <Button onClick={() => void navigate(comparisonAddress({ ...shape, from: to.ref, to: from.ref }))}>
            {t('swap')}
          </Button>
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </>
      }
    >
      <PrintedHead document={t(layout)} text={text} states={[from, to]} filters={filterWords} />
      <ComparisonSummary view={view} />
      <Bar>
        <WalkKeys count={changes.length} current={walk.current} step={walk.step} letters={singleKeys.on}>
          <SeenCount
            seen={changes.filter(key => seen.keys.has(key)).length}
            count={changes.length}
            letters={singleKeys.on}
            onNext={nextUnseen}
          />
        </WalkKeys>
        <LayoutKeys layout={layout} onLayout={chosen => show({ layout: chosen })} successive={successive} />
        <LanguageKeys languages={languages} onLanguages={chosen => show({ languages: chosen })} />
        <FilterPopover
          filters={filters}
          onFilters={chosen => show({ filters: chosen })}
          counts={comparison.counts}
          sections={sections}
        />
        <KeysPopover list={keysListed} singleKeys={singleKeys} open={keysShown} onOpen={setKeysShown} />
        {layout !== 'clean' && (
          <UnfoldKey
            unfolded={allFolds.length > 0 && allFolds.every(fold => folds.open.has(fold))}
            onUnfold={() => folds.toggle(allFolds)}
          />
        )}
        <ActiveFilters words={filterWords} letters={singleKeys.on} onClear={clearFilters} />
      </Bar>
      {seen.failure !== null && <FailureNotice error={seen.failure} />}
      <ThreadsBeside {...beside} room={layout === 'table' && languages === 'both' ? FOUR_COLUMNS : undefined}>
        <Agreement
          of={text}
          place={place ?? null}
          since={from.ref.startsWith('version:') ? from.ref.slice('version:'.length) : undefined}
          text={() => threads.text}
          facts={facts}
          letters
          reveal={reveal}
        >
          <ComparisonBody
            ref={walk.body}
            comparison={comparison}
            facts={facts}
            oldFacts={oldFacts}
            layout={layout}
            languages={languages}
            heads={{ from, to, swapped, onSwap: each => swap([each]) }}
            filters={filters}
            items={items}
            open={folds.open}
            onOpen={folds.set}
            current={walk.current}
            seen={seen.keys}
            onTick={seen.tick}
          />
        </Agreement>
      </ThreadsBeside>
    </Page>
  )
}
