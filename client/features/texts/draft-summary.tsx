/** The draft of a text in a few lines: whose circle, since when, from what; and the way into it. */
import { Link } from 'react-router'
import type { Draft } from '../../../shared/model/edition.ts'
import type { VersionId } from '../../../shared/model/ids.ts'
import type { TextView } from '../../../shared/protocol/views.ts'
import { onBothClocks } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { history } from '../../i18n/messages/history.ts'
import { texts } from '../../i18n/messages/texts.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import { historyAddress } from '../history/history-address.ts'
import { submissionAddress } from '../workshop-texts/submission-address.ts'
import styles from './text-page.module.css'
import { useBeginDraft } from './use-begin-draft.ts'

export function DraftSummary({ view }: { readonly view: TextView }) {
  return (
    <>
      <CurrentDraft view={view} />
      <PastDrafts view={view} />
    </>
  )
}

function CurrentDraft({ view }: { readonly view: TextView }) {
  const t = useText(texts)
  if (view.draft) return <OpenDraft view={view} draft={view.draft} />
  if (view.mayBeginFrom) return <BeginDraft view={view} base={view.mayBeginFrom.base} />
  return <p className={styles.none}>{t('draftNone')}</p>
}

/** What one's side transmitted keeps its history, for that side alone. */
function PastDrafts({ view }: { readonly view: TextView }) {
  const h = useText(history)
  if (view.pastDrafts.length === 0) return null
  return (
    <ul className={styles.past}>
      {view.pastDrafts.map(({ draft, version }) => {
        const label = labelOf(view, version)
        return (
          <li key={draft}>
            <Link to={historyAddress(draft)}>{label ? h('workOf', { label }) : h('setAside')}</Link>
          </li>
        )
      })}
    </ul>
  )
}

function OpenDraft({ view, draft }: { readonly view: TextView; readonly draft: Draft }) {
  const t = useText(texts)
  const c = useText(common)
  const h = useText(history)
  const w = useText(workshopTexts)
  const language = useLanguage()
  const base = labelOf(view, draft.base)
  const { abilities } = view
  return (
    <div className={styles.draft}>
      <p className={styles.facts}>
        <span>{c(`audience.${draft.audience}`)}</span>
        <span>{t('draftSince', { when: onBothClocks(draft.createdAt, language) })}</span>
        {(base || view.text.workshop === null) && (
          <span>{base ? t('draftFrom', { label: base }) : t('draftFromBlank')}</span>
        )}
        {draft.closedAt && <span>{t('draftClosed', { when: onBothClocks(draft.closedAt, language) })}</span>}
      </p>
      <div className={styles.buttons}>
        <ButtonLink to={`/drafts/${draft.id}`} kind={abilities.writeDraft ? 'primary' : 'quiet'}>
          {t(abilities.writeDraft ? 'openDraft' : 'readDraft')}
        </ButtonLink>
        {abilities.compare && base && (
          <ButtonLink to={compareLink(`version:${draft.base}`, `draft:${draft.id}`)}>
            {t('compareWithBase', { label: base })}
          </ButtonLink>
        )}
        <ButtonLink to={historyAddress(draft.id)}>{h('history')}</ButtonLink>
        {abilities.submit && <ButtonLink to={submissionAddress(draft.id)}>{w('submit')}</ButtonLink>}
        {abilities.transmit && <ButtonLink to={`/drafts/${draft.id}/transmit`}>{t('transmit')}</ButtonLink>}
      </div>
    </div>
  )
}

function BeginDraft({ view, base }: { readonly view: TextView; readonly base: VersionId | null }) {
  const t = useText(texts)
  const w = useText(workshopTexts)
  const { begin, busy, error } = useBeginDraft(view.text.id)
  const label = labelOf(view, base)
  return (
    <div className={styles.buttons}>
      <Button kind="primary" busy={busy} onClick={begin}>
        {label ? t('beginFrom', { label }) : view.text.workshop ? w('begin-template') : t('beginBlank')}
      </Button>
      {error && <FailureNotice error={error} />}
    </div>
  )
}

function labelOf(view: TextView, version: VersionId | null): string | undefined {
  return view.versions.find(({ id }) => id === version)?.label
}
