/** The preview and the act. What is submitted is what was shown: another text is shown again first. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { DraftView, VersionView } from '../../../shared/protocol/views.ts'
import type { SubmissionPreview } from '../../../shared/protocol/workshop-views.ts'
import { Refusal } from '../../api.ts'
import { transmission } from '../../i18n/messages/transmission.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { askAgain, useAct } from '../../queries.ts'
import { BilingualTextView } from '../../text-view/bilingual-text-view.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { FieldRows, TextAreaField } from '../../ui/field.tsx'
import { Instant } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ComparisonBody } from '../compare/comparison-body.tsx'
import { NO_FILTERS } from '../compare/comparison-filters.ts'
import { useFolds } from '../compare/use-folds.ts'
import { Fingerprint } from '../texts/fingerprint.tsx'
import { Findings } from '../transmission/findings.tsx'
import type { Note } from '../transmission/kept-note.ts'
import { useKeptNote } from '../transmission/use-kept-note.ts'
import { LengthLine } from './length-line.tsx'
import lengths from './lengths.module.css'
import { SecretariatSays } from './secretariat-says.tsx'
import styles from './submission.module.css'
import { useWorkshopText } from './use-workshop-text.ts'

type SubmissionFormProps = {
  readonly draft: DraftView
  readonly preview: SubmissionPreview
  readonly onDone: (version: VersionView) => void
}

export function SubmissionForm({ draft, preview, onDone }: SubmissionFormProps) {
  const t = useText(workshopTexts)
  const { id } = draft.draft
  const { note, write, forget } = useKeptNote(id)
  const act = useSubmit(draft, preview, version => {
    forget()
    onDone(version)
  })
  const stands = useWorkshopText(draft.text.id)
  const { label, base } = preview
  return (
    <Page
      title={t('submission-title', { label })}
      lead={
        <>
          <strong>
            <Label of={draft.text.title} />
          </strong>
          <br />
          {t('submission-intro')}
        </>
      }
      actions={<ButtonLink to={`/drafts/${id}`}>{t('back')}</ButtonLink>}
    >
      {act.changed && (
        <Notice kind="alarm" title={t('changed')}>
          {t('changed-words')}
        </Notice>
      )}
      {stands && <SecretariatSays view={stands.view} />}
      <Section title={t('leaving')}>
        <Leaving preview={preview} />
      </Section>
      <SubmissionFindings draft={draft} preview={preview} />
      {base && (
        <Section title={t('changed-since', { label: base.label })}>
          <Changes preview={preview} />
        </Section>
      )}
      <WholeText preview={preview} />
      <Section title={t('note')}>
        <p className={styles.hint}>{t('note-hint')}</p>
        <FieldRows columns={2}>
          {LANGUAGES.map(language => (
            <TextAreaField
              key={language}
              label={t(`note-${language}`)}
              optional
              lang={language}
              rows={3}
              maxLength={20_000}
              value={note[language]}
              onChange={event => write({ ...note, [language]: event.target.value })}
            />
          ))}
        </FieldRows>
      </Section>
      <form
        className={styles.act}
        onSubmit={event => {
          event.preventDefault()
          act.submit(note)
        }}
      >
        {preview.late && (
          <p className={styles.late}>
            <span aria-hidden="true">▲ </span>
            {t('submission-late')}
          </p>
        )}
        {act.error && <FailureNotice error={act.error} />}
        <Button type="submit" kind="primary" busy={act.busy}>
          {act.busy ? t('acting') : t('act', { label })}
        </Button>
      </form>
    </Page>
  )
}

function Leaving({ preview }: { readonly preview: SubmissionPreview }) {
  const t = useText(workshopTexts)
  const { label, due, late, length, budget, sha256 } = preview
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('version')}</dt>
        <dd className={styles.label}>{label}</dd>
      </div>
      <div>
        <dt>{t('due')}</dt>
        <dd>
          {due ? <Instant at={due.at} meantIn={due.zone} /> : t('no-due')}
          {due && (
            <span className={late ? styles.late : styles.inTime}>
              <span aria-hidden="true">{late ? '▲ ' : '✓ '}</span>
              {t(late ? 'submission-late' : 'in-time')}
            </span>
          )}
        </dd>
      </div>
      <div className={styles.wide}>
        <dt>{t('length')}</dt>
        <dd className={lengths.lines}>
          {LANGUAGES.map(language => (
            <LengthLine key={language} language={language} length={length[language]} budget={budget} />
          ))}
        </dd>
      </div>
      <div className={styles.wide}>
        <dt>{t('fingerprint')}</dt>
        <dd>
          <Fingerprint sha256={sha256} label={label} whole />
        </dd>
      </div>
    </dl>
  )
}

/** What one should know; nothing here stops the submission. */
function SubmissionFindings({ draft, preview }: Pick<SubmissionFormProps, 'draft' | 'preview'>) {
  const t = useText(workshopTexts)
  const x = useText(transmission)
  const { base, length } = preview
  const silent = LANGUAGES.find(language => length[language] === 0)
  return (
    <Section title={x('findings')}>
      <Findings
        preview={preview}
        draft={draft.draft.id}
        words={{
          ...(base ? { unchanged: t('unchanged', { label: base.label }) } : {}),
          ...(silent ? { 'empty-text': t(`one-language.${silent}`) } : {}),
        }}
      />
    </Section>
  )
}

function Changes({ preview }: { readonly preview: SubmissionPreview }) {
  const { open, set } = useFolds()
  return (
    <ComparisonBody
      comparison={preview.comparison}
      facts={preview.facts}
      oldFacts={preview.baseFacts}
      layout="redline"
      filters={NO_FILTERS}
      open={open}
      onOpen={set}
      current={null}
    />
  )
}

/** Open where there is nothing to compare it with. */
function WholeText({ preview }: { readonly preview: SubmissionPreview }) {
  const t = useText(transmission)
  const [shown, setShown] = useState(preview.base === null)
  return (
    <Section
      title={t('whole')}
      actions={
        <Button kind="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'hideWhole' : 'showWhole')}
        </Button>
      }
    >
      {shown && <BilingualTextView text={preview.content} facts={preview.facts} />}
    </Section>
  )
}

/** The act; when the text has changed meanwhile, the new preview is fetched and the page says so. */
function useSubmit(draft: DraftView, preview: SubmissionPreview, onDone: (version: VersionView) => void) {
  const client = useQueryClient()
  const send = useAct('POST /api/drafts/:id/submission', [
    'GET /api/desk',
    'GET /api/texts/:id',
    'GET /api/workshops',
    'GET /api/awaiting',
  ])
  const [changedFrom, setChangedFrom] = useState('')
  const submit = (note: Note) =>
    // A promise, not a callback of the query: the page may hear of the new version before the answer comes.
    void send
      .mutateAsync({ params: { id: draft.draft.id }, body: { note, sha256: preview.sha256 } })
      .then(onDone, (error: Error) => {
        if (!isChanged(error)) return
        setChangedFrom(preview.sha256)
        void askAgain(client, ['GET /api/drafts/:id/submission'])
      })
  return {
    submit,
    busy: send.isPending,
    changed: changedFrom !== '',
    error: send.error && !isChanged(send.error) ? send.error : null,
  }
}

function isChanged(error: Error): boolean {
  return error instanceof Refusal && error.id === 'text-changed-since-preview'
}
