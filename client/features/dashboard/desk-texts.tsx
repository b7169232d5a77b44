import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { DeskView, TextView, VersionView } from '../../../shared/protocol/views.ts'
import { onBothClocks } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { desk } from '../../i18n/messages/desk.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button, type ButtonKind, ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Label } from '../../ui/label.tsx'
import { adoptionAddress } from '../adoption/adoption-address.ts'
import { compareLink } from '../compare/comparison-address.ts'
import { useBeginDraft } from '../texts/use-begin-draft.ts'
import { submissionAddress, workshopAddress } from '../workshop-texts/submission-address.ts'
import styles from './desk.module.css'
import { DeskAmendments } from './desk-amendments.tsx'

/** The texts one may see, each with the next thing to do first. */
export function DeskTexts({ desk: view }: { readonly desk: DeskView }) {
  const { texts } = view
  const t = useText(desk)
  if (texts.length === 0) return <p className={styles.faint}>{t('no-texts')}</p>
  return (
    <ul>
      {texts.map(text => (
        <TextEntry key={text.text.id} view={text}>
          <DeskAmendments desk={view} text={text.text.id} />
        </TextEntry>
      ))}
    </ul>
  )
}

function TextEntry({
  view,
  children,
}: {
  readonly view: TextView
  /** How far its amendments are. */
  readonly children: ReactNode
}) {
  const t = useText(desk)
  const words = useText(common)
  const language = useLanguage()
  const { text, draft, versions } = view
  const latest = latestOf(versions)
  return (
    <li className={styles.text}>
      <h3>
        <Link to={`/texts/${text.id}`}>
          <Label of={text.title} />
        </Link>
      </h3>
      <p className={styles.textState}>
        {latest
          ? t('latest-version', { label: latest.label, when: onBothClocks(latest.madeAt, language) })
          : t('no-version')}
      </p>
      {children}
      {draft && draft.closedAt === null && (
        <p className={styles.textState}>
          {t('draft-open')} · {words(`audience.${draft.audience}`)}
        </p>
      )}
      <TextActions view={view} />
    </li>
  )
}

function TextActions({ view }: { readonly view: TextView }) {
  const t = useText(desk)
  const w = useText(workshopTexts)
  const { text, draft, abilities, versions, mayBeginFrom } = view
  const [before, latest] = [versionBefore(versions), latestOf(versions)]
  const open = draft && draft.closedAt === null ? draft : null
  const base = open && versions.find(version => version.id === open.base)
  return (
    <div className={styles.actions}>
      {open && (
        <ButtonLink to={`/drafts/${open.id}`} kind={abilities.writeDraft ? 'primary' : 'quiet'}>
          {t(abilities.writeDraft ? 'write-draft' : 'read-draft')}
        </ButtonLink>
      )}
      {!open && mayBeginFrom && (
        <BeginDraft text={text.id} kind={text.workshop === null ? 'primary' : 'quiet'} />
      )}
      {open && base && abilities.compare && (
        <ButtonLink to={compareLink(`version:${base.id}`, `draft:${open.id}`)}>
          {t('see-draft-changes', { label: base.label })}
        </ButtonLink>
      )}
      {open && abilities.submit && <ButtonLink to={submissionAddress(open.id)}>{w('submit')}</ButtonLink>}
      {open && abilities.transmit && (
        <ButtonLink to={`/drafts/${open.id}/transmit`}>{t('transmit')}</ButtonLink>
      )}
      {open && abilities.seal && <ButtonLink to={adoptionAddress(text.id)}>{t('seal')}</ButtonLink>}
      {before && latest && abilities.compare && (
        <ButtonLink to={compareLink(`version:${before.id}`, `version:${latest.id}`)}>
          {t('see-changes', { from: before.label, to: latest.label })}
        </ButtonLink>
      )}
      {abilities.importText && versions.length === 0 && (
        <ButtonLink to={`/texts/${text.id}/import`} kind={open || mayBeginFrom ? 'quiet' : 'primary'}>
          {t('import')}
        </ButtonLink>
      )}
      {text.workshop && <ButtonLink to={workshopAddress(text.workshop)}>{w('to-workshop')}</ButtonLink>}
      {versions.length > 0 && <ButtonLink to={`/texts/${text.id}`}>{t('versions')}</ButtonLink>}
    </div>
  )
}

/** A lead has several texts to begin, and none of them is the one thing to do. */
function BeginDraft({ text, kind }: { readonly text: string; readonly kind: ButtonKind }) {
  const t = useText(desk)
  const { begin, busy, error } = useBeginDraft(text)
  return (
    <>
      <Button kind={kind} busy={busy} onClick={begin}>
        {t('begin-draft')}
      </Button>
      {error && <FailureNotice error={error} />}
    </>
  )
}

function latestOf(versions: readonly VersionView[]): VersionView | undefined {
  return [...versions].sort((a, b) => b.number - a.number)[0]
}

/** The version before the latest. */
function versionBefore(versions: readonly VersionView[]): VersionView | undefined {
  return [...versions].sort((a, b) => b.number - a.number)[1]
}
