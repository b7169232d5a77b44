/** The preview and the act. Whenever the text changes the preview is new, and must be confirmed anew. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { DraftView, TransmissionPreview, VersionView } from '../../../shared/protocol/views.ts'
import { Refusal } from '../../api.ts'
import { transmission } from '../../i18n/messages/transmission.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { askAgain, useAct } from '../../queries.ts'
import { BilingualTextView } from '../../text-view/bilingual-text-view.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { CheckField, Field, FieldRows } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ComparisonBody } from '../compare/comparison-body.tsx'
import { NO_FILTERS } from '../compare/comparison-filters.ts'
import { useFolds } from '../compare/use-folds.ts'
import { Findings } from './findings.tsx'
import type { Note } from './kept-note.ts'
import { Leaving } from './leaving.tsx'
import { LeavingDecisions } from './leaving-decisions.tsx'
import styles from './transmission.module.css'
import { useKeptNote } from './use-kept-note.ts'

type TransmissionFormProps = {
  readonly draft: DraftView
  readonly preview: TransmissionPreview
  readonly onDone: (version: VersionView) => void
}

export function TransmissionForm({ draft, preview, onDone }: TransmissionFormProps) {
  const t = useText(transmission)
  const spoken = useLanguage()
  const { id } = draft.draft
  const { note, write, kept, forget } = useKeptNote(id)
  const act = useTransmit(draft, preview, version => {
    forget()
    onDone(version)
  })
  // What was confirmed is this text and no other: another fingerprint unticks the box.
  const [confirmed, setConfirmed] = useState('')
  const [asked, setAsked] = useState(false)
  const leaving = `${preview.sha256} ${preview.decisions?.sha256 ?? ''}`
  const read = confirmed === leaving
  const noteMissing = note.fr.trim() === '' || note.ja.trim() === ''
  const blocked = preview.findings.some(finding => finding.blocks)
  const { label } = preview

  return (
    <Page
      title={t('title', { label })}
      lead={t('intro')}
      width="full"
      actions={<ButtonLink to={`/drafts/${id}`}>{t('back')}</ButtonLink>}
    >
      {act.changed && (
        <Notice kind="alarm" title={t('changed')}>
          {t('changedWords')}
        </Notice>
      )}
      <Section title={t('leaving')}>
        <Leaving preview={preview} />
      </Section>
      <Section title={t('findings')}>
        <Findings preview={preview} draft={draft.draft.id} />
      </Section>
      {preview.decisions && (
        <Section title={t('decisionsLeaving')}>
          <LeavingDecisions draft={id} preview={preview} decisions={preview.decisions} />
        </Section>
      )}
      <Section title={preview.base ? t('whatChanged', { label: preview.base.label }) : t('noBase')}>
        <Changes preview={preview} />
      </Section>
      <WholeText preview={preview} />
      <Section title={t('coverNote')}>
        <p className={styles.hint}>{sentences(spoken, t('coverNoteHint'), kept ? t('coverKept') : '')}</p>
        <FieldRows columns={2}>
          {LANGUAGES.map(language => (
            <Field
              key={language}
              label={t(language === 'fr' ? 'coverFr' : 'coverJa')}
              {...(asked && note[language].trim() === '' ? { error: t('coverMissing') } : {})}
            >
              {attributes => (
                <textarea
                  {...attributes}
                  lang={language}
                  rows={6}
                  maxLength={20_000}
                  value={note[language]}
                  onChange={event => write({ ...note, [language]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </FieldRows>
      </Section>
      <form
        className={styles.confirm}
        onSubmit={event => {
          event.preventDefault()
          setAsked(true)
          if (read && !noteMissing && !blocked) act.transmit(note)
        }}
      >
        <CheckField
          label={t('confirmRead')}
          checked={read}
          onChange={checked => setConfirmed(checked ? leaving : '')}
        />
        {blocked && <Notice kind="warn">{t('blocked')}</Notice>}
        {asked && !read && !blocked && <Notice kind="warn">{t('confirmFirst')}</Notice>}
        {asked && noteMissing && <Notice kind="warn">{t('coverMissing')}</Notice>}
        {act.error && <FailureNotice error={act.error} />}
        <Button type="submit" kind="primary" disabled={blocked} busy={act.busy}>
          {act.busy ? t('transmitting') : t('transmit', { label })}
        </Button>
      </form>
    </Page>
  )
}

function Changes({ preview }: { readonly preview: TransmissionPreview }) {
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

function WholeText({ preview }: { readonly preview: TransmissionPreview }) {
  const t = useText(transmission)
  const [shown, setShown] = useState(false)
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
function useTransmit(draft: DraftView, preview: TransmissionPreview, onDone: (version: VersionView) => void) {
  const client = useQueryClient()
  const send = useAct('POST /api/drafts/:id/transmission', [
    'GET /api/desk',
    'GET /api/texts/:id',
    'GET /api/edition',
  ])
  const [changedFrom, setChangedFrom] = useState('')
  const { id } = draft.draft
  const transmit = (coverNote: Note) =>
    // A promise, not a callback of the query: the page may hear of the new version before the answer comes.
    void send
      .mutateAsync({
        params: { id },
        body: { coverNote, sha256: preview.sha256, decisions: preview.decisions?.sha256 ?? null },
      })
      .then(onDone, (error: Error) => {
        if (!isChanged(error)) return
        setChangedFrom(preview.sha256)
        void askAgain(client, ['GET /api/drafts/:id/preview'])
      })
  return {
    transmit,
    busy: send.isPending,
    changed: changedFrom !== '',
    error: send.error && !isChanged(send.error) ? send.error : null,
  }
}

function isChanged(error: Error): boolean {
  return error instanceof Refusal && error.id === 'text-changed-since-preview'
}
