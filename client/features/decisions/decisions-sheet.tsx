/** One round on the screen and on paper: its head, its figures, its table, and the file of its rows. */
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { RoundView } from '../../../shared/protocol/round-views.ts'
import type { VersionView } from '../../../shared/protocol/views.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { labelIn, sayIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { compareLink, languagesOf } from '../compare/comparison-address.ts'
import { shortHash } from '../compare/printed-head.tsx'
import { usePrintedPage } from '../compare/use-printed-page.ts'
import { fatesAddress } from '../fates/fates-address.ts'
import { UnplacedDecisions } from '../fates/unplaced-decisions.tsx'
import { useTextVisit } from '../texts/use-text-visit.ts'
import { useMentionName } from '../threads/thread-words.ts'
import { csvOf } from './csv.ts'
import { type DecisionsShape, decisionsTableAddress, readDecisionsShape } from './decisions-address.ts'
import { Choice, DecisionsBar, useOutcomeWords } from './decisions-bar.tsx'
import { decisionRecords, decisionsFileName } from './decisions-file.ts'
import { DecisionsHead } from './decisions-head.tsx'
import styles from './decisions-sheet.module.css'
import { DecisionsTable, type TableSetting } from './decisions-table.tsx'
import { RoundFigures } from './round-figures.tsx'
import { saveFile } from './save-file.ts'
import { entriesOf, shownEntries } from './shown-entries.ts'

type DecisionsSheetProps = { readonly view: RoundView; readonly answers: readonly VersionView[] }

export function DecisionsSheet({ view, answers }: DecisionsSheetProps) {
  const t = useText(decisions)
  const language = useLanguage()
  const { text, base, answer, end } = view
  useTextVisit(text.id)
  const [shape, show] = useShape(text.id, answer.id)
  const shown = shownEntries(view, shape)
  const setting = useSetting(view, shape)
  const filters = useFilterWords(shape)
  usePaper(view, setting.names)

  const nameOf = useMentionName(view.called)
  const save = () => {
    const records = decisionRecords(shown, setting, nameOf, language)
    saveFile(decisionsFileName(view), 'text/csv;charset=utf-8', csvOf(records))
  }
  return (
    <Page
      width="full"
      headOnPaper={false}
      title={t('heading', { answer: answer.label })}
      titleText={`${t('heading', { answer: answer.label })} – ${labelIn(text.title, language).text}`}
      lead={t('lead', { base: base.label, answer: answer.label })}
      actions={
        <>
          <Button title={t('fileHint')} disabled={shown.length === 0} onClick={save}>
            {t('file')}
          </Button>
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </>
      }
    >
      <DecisionsHead view={view} names={setting.names} filters={filters} />
      <Ways view={view} answers={answers} shape={shape} />
      <RoundFigures view={view} />
      {view.internal && (
        <div className={styles.notice}>
          <Notice kind="warn" title={t('internalNotice')}>
            {t('internalNoticeWords')}
          </Notice>
        </div>
      )}
      {end.state === 'draft' && (
        <div className={styles.notice}>
          <Notice
            kind="warn"
            title={t('draftNotice')}
            actions={<ButtonLink to={`/drafts/${end.draft}?amendments=undecided`}>{t('decide')}</ButtonLink>}
          >
            {t('draftNoticeWords')}
          </Notice>
        </div>
      )}
      <DecisionsBar
        shape={shape}
        onShape={show}
        shown={shown.length}
        count={entriesOf(view).length}
        mayAddInternal={view.mayAddInternal}
      />
      {shown.length > 0 ? (
        <DecisionsTable entries={shown} setting={setting} />
      ) : (
        <p className={styles.none}>{t(entriesOf(view).length > 0 ? 'noneShown' : 'empty')}</p>
      )}
      {view.unplaced.length > 0 && <Unplaced view={view} />}
      <p className={styles.back}>
        <Link to={`/texts/${text.id}`}>{t('toText')}</Link>
      </p>
    </Page>
  )
}

/** From this round to its comparison and its fates, and to the other rounds. */
function Ways({ view, answers, shape }: DecisionsSheetProps & { readonly shape: DecisionsShape }) {
  const t = useText(decisions)
  const navigate = useNavigate()
  const { text, base, answer, end } = view
  const labels = new Map(answers.map(({ id, label }) => [id as string, label]))
  return (
    <div className={styles.ways}>
      {answers.length > 1 && (
        <Choice
          label={t('round')}
          value={answer.id as string}
          onChange={chosen => void navigate(decisionsTableAddress(text.id, chosen, shape))}
          choices={[...labels].map(([value, words]) => ({ value, text: words }))}
        />
      )}
      <Link to={compareLink(`version:${base.id}`, `version:${answer.id}`)}>
        {t('compareRound', { from: base.label, to: answer.label })}
      </Link>
      {end.state === 'transmitted' && end.version.decisions && (
        <Link to={fatesAddress(end.version.id)}>{t('fates')}</Link>
      )}
    </div>
  )
}

function Unplaced({ view }: { readonly view: RoundView }) {
  const f = useText(fates)
  return (
    <Section title={f('unplaced')}>
      <UnplacedDecisions decisions={view.unplaced} />
    </Section>
  )
}

function useSetting(view: RoundView, shape: DecisionsShape): TableSetting {
  const t = useText(decisions)
  const { base, answer, end, facts, called } = view
  const last = end.state === 'transmitted' ? end.version.label : end.state === 'draft' ? t('draft') : null
  return {
    languages: languagesOf(shape.languages),
    names: { base: base.label, answer: answer.label, end: last },
    facts,
    answer,
    end,
    called,
  }
}

/** Whoever finds one sheet of several on a table must know what it is, and whether it may lie there. */
function usePaper({ text, base, answer, end, internal }: RoundView, names: TableSetting['names']): void {
  const language = useLanguage()
  const inBoth = (key: 'title' | 'internalNotice' | 'draftNotice') =>
    `${sayIn(decisions, 'fr')(key)} / ${sayIn(decisions, 'ja')(key)}`
  const states = [base, answer, ...(end.state === 'transmitted' ? [end.version] : [])]
  const closed = internal ? inBoth('internalNotice') : end.state === 'draft' ? inBoth('draftNotice') : ''
  usePrintedPage({
    orientation: 'landscape',
    topLeft: closed || labelIn(text.title, language).text,
    topRight: `${inBoth('title')} – ${[names.base, names.answer, ...(end.state === 'transmitted' ? [names.end] : [])].join(' → ')}`,
    bottomLeft: `SHA-256 – ${states.map(({ label, sha256 }) => `${label}: ${shortHash(sha256)}`).join(' – ')}`,
    language,
  })
}

/** Empty when nothing is left out. */
function useFilterWords({ outcome, discussed }: DecisionsShape): string {
  const t = useText(decisions)
  const outcomeWords = useOutcomeWords()
  return [outcome ? outcomeWords(outcome) : '', discussed ? t('discussedWords') : '']
    .filter(Boolean)
    .join(', ')
}

/** The address follows what is shown; it is not waited for, so that a box ticks when it is ticked. */
function useShape(text: string, round: string): readonly [DecisionsShape, (shape: DecisionsShape) => void] {
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const [shape, setShape] = useState(() => readDecisionsShape(query))
  const show = (chosen: DecisionsShape) => {
    setShape(chosen)
    void navigate(decisionsTableAddress(text, round, chosen), { replace: true, preventScrollReset: true })
  }
  return [shape, show]
}
