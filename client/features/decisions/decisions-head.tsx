/** The head of the printed table: what document it is, of which round, whom it is for, what it leaves out. */
import { Fragment } from 'react'
import type { RoundView } from '../../../shared/protocol/round-views.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { sayIn, useText } from '../../i18n/use-text.ts'
import { Instant } from '../../ui/instant.tsx'
import { shortHash } from '../compare/printed-head.tsx'
import { BothLanguages } from './both-languages.tsx'
import styles from './decisions-head.module.css'
import type { TableSetting } from './decisions-table.tsx'

type DecisionsHeadProps = {
  readonly view: RoundView
  readonly names: TableSetting['names']
  /** The filters in force, in words; empty when the table is whole. */
  readonly filters: string
}

export function DecisionsHead({ view, names, filters }: DecisionsHeadProps) {
  const t = useText(decisions)
  const { text, base, answer, end, internal } = view
  const states = [
    ['baseState', base],
    ['answerState', answer],
    ...(end.state === 'transmitted' ? ([['endState', end.version]] as const) : []),
  ] as const
  return (
    <header className={styles.head}>
      {internal && <Closed notice="internalNotice" />}
      {end.state === 'draft' && <Closed notice="draftNotice" />}
      <p className={styles.title}>
        <span lang="fr">{text.title.fr}</span>
        <br />
        <span lang="ja">{text.title.ja}</span>
      </p>
      <p className={styles.document}>
        <BothLanguages say={language => sayIn(decisions, language)('title')} />
        {` – ${[names.base, names.answer, ...(end.state === 'transmitted' ? [names.end] : [])].join(' → ')}`}
      </p>
      <dl className={styles.states}>
        {states.map(([key, version]) => (
          <Fragment key={key}>
            <dt>
              {version.label}{' '}
              <span className={styles.part}>
                <BothLanguages say={language => sayIn(decisions, language)(key)} />
              </span>
            </dt>
            <dd>
              <Instant at={version.madeAt} />
            </dd>
            <dd>SHA-256 {shortHash(version.sha256)}</dd>
          </Fragment>
        ))}
      </dl>
      {filters && (
        <p className={styles.extract}>
          {t('extract')} {filters}
        </p>
      )}
    </header>
  )
}

/** In a frame, before anything else. */
function Closed({ notice }: { readonly notice: 'internalNotice' | 'draftNotice' }) {
  return (
    <p className={styles.closed}>
      <BothLanguages say={language => sayIn(decisions, language)(notice)} />
    </p>
  )
}
