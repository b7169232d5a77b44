/** Successive versions on the screen: bar, columns, keys, and the sheet of paper they print on. */
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { newText } from '../../../../shared/compare/texts-of-comparison.ts'
import { type Place, readPlace } from '../../../../shared/model/thread.ts'
import type { ComparisonView } from '../../../../shared/protocol/views.ts'
import { agreement } from '../../../i18n/messages/agreement.ts'
import { compare } from '../../../i18n/messages/compare.ts'
import { labelIn, useLanguage, useText } from '../../../i18n/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Agreement } from '../../agreement/agreement.tsx'
import { useFateRemarks } from '../../fates/use-fate-remarks.tsx'
import { nextLanguages, type ShownLanguages } from '../comparison-address.ts'
import { Bar, LanguageKeys, UnfoldKey, WalkKeys } from '../comparison-bar.tsx'
import { KeysPopover } from '../keys-popover.tsx'
import { PrintedHead, shortHash } from '../printed-head.tsx'
import { useChangeWalk } from '../use-change-walk.ts'
import { useComparedName } from '../use-compared-name.ts'
import { useFolds } from '../use-folds.ts'
import { usePrintedPage } from '../use-printed-page.ts'
import { useSingleKeys } from '../use-single-keys.ts'
import { chainRows } from './chain.ts'
import { chainItems, chainKeys } from './chain-items.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { type ColumnsAddress, columnsAddress } from './columns-address.ts'
import { ColumnsTable } from './columns-table.tsx'

type ColumnsScreenProps = {
  /** One less than the states. */
  readonly steps: readonly ComparisonView[]
  readonly address: ColumnsAddress
}

export function ColumnsScreen({ steps, address }: ColumnsScreenProps) {
  const t = useText(compare)
  const ag = useText(agreement)
  const language = useLanguage()
  const navigate = useNavigate()
  const { refs, languages } = address
  const { text } = steps[0]!
  const states = [steps[0]!.from, ...steps.map(step => step.to)]
  const last = steps.at(-1)!
  const rows = useMemo(() => chainRows(steps.map(step => step.comparison)), [steps])
  const folds = useFolds()
  const items = useMemo(() => chainItems(rows, folds.open), [rows, folds.open])
  const changes = useMemo(() => chainKeys(items), [items])
  const walk = useChangeWalk(changes, languages)
  const remarks = useFateRemarks(steps)
  const allFolds = items.flatMap(item => (item.type === 'fold' ? [item.key] : []))
  const [keysShown, setKeysShown] = useState(false)

  const show = (chosen: ShownLanguages) =>
    void navigate(columnsAddress({ refs, languages: chosen }), { replace: true, preventScrollReset: true })
  const singleKeys = useSingleKeys({
    n: () => walk.step(1),
    j: () => walk.step(1),
    p: () => walk.step(-1),
    k: () => walk.step(-1),
    e: () => folds.toggle(allFolds),
    l: () => show(nextLanguages(languages)),
    '?': () => setKeysShown(shown => !shown),
  })

  const title = labelIn(text.title, language)
  const nameOf = useComparedName()
  const names = states.map(state => nameOf(state))
  const heading = names.join(' → ')
  usePrintedPage({
    orientation: 'landscape',
    topLeft: title.text,
    topRight: `${t('successive')} – ${heading}`,
    bottomLeft: `SHA-256 – ${states.map((state, index) => `${names[index]}: ${shortHash(state.sha256)}`).join(' – ')}`,
    language,
  })

  return (
    <Page
      width="full"
      headOnPaper={false}
      title={heading}
      titleText={`${heading} – ${title.text}`}
      lead={
        <Link to={`/texts/${text.id}`} lang={title.lang}>
          {title.text}
        </Link>
      }
      actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      <PrintedHead document={t('successive')} text={text} states={states} filters="" />
      <Bar>
        <WalkKeys count={changes.length} current={walk.current} step={walk.step} letters={singleKeys.on} />
        <LanguageKeys languages={languages} onLanguages={show} />
        <ColumnChooser
          text={text.id}
          states={states}
          onChoose={chosen => void navigate(columnsAddress({ refs: chosen, languages }))}
        />
        <KeysPopover
          list={[
            { keys: ['n', 'j'], words: t('next') },
            { keys: ['p', 'k'], words: t('previous') },
            { keys: ['e'], words: t('keyUnfoldAll') },
            { keys: ['l'], words: t('keyLanguages') },
            { keys: ['a'], words: ag('keyNext') },
            { keys: ['?'], words: t('keyHelp') },
          ]}
          singleKeys={singleKeys}
          open={keysShown}
          onOpen={setKeysShown}
        />
        <UnfoldKey
          unfolded={allFolds.length > 0 && allFolds.every(fold => folds.open.has(fold))}
          onUnfold={() => folds.toggle(allFolds)}
        />
      </Bar>
      <Agreement
        of={text}
        place={readPlace(last.to.ref) ? (last.to.ref as Place) : null}
        since={readVersion(last.from.ref)}
        text={() => newText(last.comparison)}
        facts={last.facts}
        letters
        reveal={unit => {
          const fold = items.find(
            item => item.type === 'fold' && item.rows.some(row => row.units.at(-1)?.includes(unit)),
          )
          if (fold?.type === 'fold') folds.set(fold.key, true)
        }}
      >
        <ColumnsTable
          ref={walk.body}
          steps={steps}
          items={items}
          languages={languages}
          onOpen={folds.set}
          current={walk.current}
          remarks={remarks}
        />
      </Agreement>
    </Page>
  )
}

/** The id of the version that a reference names; undefined for any other. */
function readVersion(ref: string): string | undefined {
  const place = readPlace(ref)
  return place && 'version' in place ? place.version : undefined
}
