/** /versions/:id: one version for reading and printing, with its act and its cover note. */
import { Link, useParams } from 'react-router'
import { answersAmong } from '../../../shared/model/round.ts'
import { versionPlace } from '../../../shared/model/thread.ts'
import type { TextView, VersionTextView, VersionView } from '../../../shared/protocol/views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { texts } from '../../i18n/messages/texts.ts'
import { versions as versionWords } from '../../i18n/messages/versions.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { BilingualTextView } from '../../text-view/bilingual-text-view.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useUnitOfAddress } from '../../ui/unit-address.ts'

import { adoptionAddress } from '../adoption/adoption-address.ts'
import { CorrectedReading } from '../adoption/corrected-reading.tsx'
import { Agreement } from '../agreement/agreement.tsx'
import { BracketsLink } from '../brackets/brackets-of-text.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import { decisionsTableAddress } from '../decisions/decisions-address.ts'
import { decisionsAddress } from '../fates/fate-fingerprints.tsx'
import { fatesAddress } from '../fates/fates-address.ts'
import { OutcomeCountList } from '../fates/outcome-count-list.tsx'
import { Origins } from '../integration/origins.tsx'
import { OnThisText } from '../presence/on-this-text.tsx'
import { readingCopyAddress, speakAddress } from '../speak/speak-address.ts'
import { AskFailure } from '../texts/ask-failure.tsx'
import { Fingerprint } from '../texts/fingerprint.tsx'
import { useTextVisit } from '../texts/use-text-visit.ts'
import { AcknowledgeButton, canonicalAddress } from '../texts/version-table.tsx'
import { LateMark, ReceiptWords, VersionFrom } from '../texts/version-words.tsx'
import { ThreadsBeside } from '../threads/threads-beside.tsx'
import { useTextThreads } from '../threads/use-text-threads.ts'
import { useThreadKeys } from '../threads/use-thread-keys.ts'
import { VersionReview } from '../workshop-texts/version-review.tsx'
import { CoverNote } from './cover-note.tsx'
import styles from './version-page.module.css'

export function VersionPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/versions/:id', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <VersionOfText view={data} /> : <Loading />
}

function VersionOfText({ view }: { readonly view: VersionTextView }) {
  const { data, error, refetch } = useAsk('GET /api/texts/:id', { params: { id: view.version.text } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <VersionSheet view={view} of={data} /> : <Loading />
}

function VersionSheet({ view, of }: { readonly view: VersionTextView; readonly of: TextView }) {
  const t = useText(versionWords)
  const w = useText(workshopTexts)
  const language = useLanguage()
  const { version, content, facts } = view
  useTextVisit(version.text)
  const threads = useTextThreads({ of: version.text, place: versionPlace(version.id), text: content })
  useThreadKeys(threads, content)
  useUnitOfAddress()
  const previous = of.versions[of.versions.findIndex(({ id }) => id === version.id) - 1]
  const title = t('title', { label: version.label, text: labelIn(of.text.title, language).text })
  return (
    <Page title={title}>
      <Actions version={version} previous={previous} of={of} />
      <Act version={version} of={of} />
      {of.text.workshop && <VersionReview view={view} of={of} />}
      {version.origin === 'transmission' && (
        <Section title={of.text.workshop ? w('note') : t('coverNote')}>
          <CoverNote note={version.coverNote} />
        </Section>
      )}
      <Section title={t('text')}>
        <ThreadsBeside {...threads} text={content}>
          <div className={styles.paper}>
            <Agreement
              of={of.text}
              place={versionPlace(version.id)}
              text={() => content}
              facts={facts}
              letters
            >
              <Origins of={of.text} place={versionPlace(version.id)} text={() => content}>
                <CorrectedReading version={version} content={content}>
                  {text => <BilingualTextView text={text} facts={facts} />}
                </CorrectedReading>
              </Origins>
            </Agreement>
          </div>
        </ThreadsBeside>
      </Section>
      <p className={styles.printedFrom}>
        {t('printedFrom', { label: version.label, sha256: version.sha256 })}
      </p>
    </Page>
  )
}

type ActionsProps = {
  readonly version: VersionView
  readonly previous: VersionView | undefined
  readonly of: TextView
}

function Actions({ version, previous, of }: ActionsProps) {
  const t = useText(versionWords)
  const x = useText(texts)
  const f = useText(fates)
  const d = useText(decisions)
  const s = useText(speak)
  const a = useText(adoption)
  // Of an answer its own round, of the version that followed the round that it ended.
  const round = answersAmong(of.versions).some(({ id }) => id === version.id)
    ? version.id
    : version.decisions?.answer
  return (
    <div className={styles.actions}>
      <Link to={`/texts/${version.text}`}>
        <span aria-hidden="true">← </span>
        {t('backToText')}
      </Link>
      <OnThisText text={version.text} />
      <BracketsLink text={version.text} place={versionPlace(version.id)} />
      {of.abilities.compare && previous && (
        <ButtonLink to={compareLink(`version:${previous.id}`, `version:${version.id}`)}>
          {x('comparePrevious')}
        </ButtonLink>
      )}
      {of.abilities.compare && of.draft && (
        <ButtonLink to={compareLink(`version:${version.id}`, `draft:${of.draft.id}`)}>
          {x('compareDraft')}
        </ButtonLink>
      )}
      {version.origin === 'adoption' && (
        <ButtonLink to={adoptionAddress(version.text)}>{a('link-adopted')}</ButtonLink>
      )}
      {version.decisions && <ButtonLink to={fatesAddress(version.id)}>{f('link')}</ButtonLink>}
      {round && <ButtonLink to={decisionsTableAddress(version.text, round)}>{d('link')}</ButtonLink>}
      <ButtonLink
        to={speakAddress(version.id)}
        {...(of.text.kind === 'restitution' ? { kind: 'primary' } : {})}
      >
        {s('open')}
      </ButtonLink>
      <ButtonLink to={readingCopyAddress(version.id)}>{s('readingCopy')}</ButtonLink>
      <Button onClick={() => window.print()}>{t('print')}</Button>
    </div>
  )
}

const WHEN = { import: 'importedOn', transmission: 'transmittedOn', adoption: 'adoptedOn' } as const

/** Who, when, by which deadline, received by whom, with which fingerprint. */
function Act({ version, of }: { readonly version: VersionView; readonly of: TextView }) {
  const t = useText(versionWords)
  const x = useText(texts)
  const w = useText(workshopTexts)
  return (
    <dl className={styles.act}>
      {version.origin === 'transmission' && (
        <div>
          <dt>{of.text.workshop ? w('submitted-by') : t('transmittedBy')}</dt>
          <dd>
            <VersionFrom version={version} />
          </dd>
        </div>
      )}
      <div>
        <dt>{of.text.workshop ? w('submitted-on') : t(WHEN[version.origin])}</dt>
        <dd>
          <InstantLines at={version.madeAt} />
        </dd>
      </div>
      {version.due && (
        <div>
          <dt>{t('due')}</dt>
          <dd>
            <InstantLines at={version.due.at} meantIn={version.due.zone} />{' '}
            {version.late ? (
              <LateMark version={version} />
            ) : (
              <span className={styles.inTime}>{t('inTime')}</span>
            )}
          </dd>
        </div>
      )}
      {version.origin === 'transmission' && !of.text.workshop && (
        <div>
          <dt>{t('receipt')}</dt>
          <dd>
            <ReceiptWords version={version} />
            <AcknowledgeButton version={version} view={of} />
          </dd>
        </div>
      )}
      {version.decisions && <Decisions version={version} decisions={version.decisions} />}
      <div className={styles.wide}>
        <dt>{t('fingerprint')}</dt>
        <dd>
          <Fingerprint sha256={version.sha256} label={version.label} whole />{' '}
          <a href={canonicalAddress(version)} title={x('downloadHint')} download className={styles.download}>
            {x('download')}
          </a>
        </dd>
      </div>
    </dl>
  )
}

/** What was decided on the answer that the version follows, with a fingerprint of its own. */
function Decisions({
  version,
  decisions: { counts, sha256 },
}: {
  readonly version: VersionView
  readonly decisions: NonNullable<VersionView['decisions']>
}) {
  const t = useText(fates)
  return (
    <div className={styles.wide}>
      <dt>{t('decisionsLine')}</dt>
      <dd>
        <OutcomeCountList counts={counts} />
        <Fingerprint sha256={sha256} label={t('decisionsOf', { label: version.label })} whole />{' '}
        <a href={decisionsAddress(version)} title={t('downloadHint')} download className={styles.download}>
          {t('download')}
        </a>
      </dd>
    </div>
  )
}
