import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { common } from '../../i18n/messages/common.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { history } from '../../i18n/messages/history.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Label } from '../../ui/label.tsx'
import { adoptionAddress } from '../adoption/adoption-address.ts'
import { adoptionDayAddress } from '../adoption-day/adoption-day-address.ts'
import { compareLink } from '../compare/comparison-address.ts'
import { historyAddress } from '../history/history-address.ts'
import { submissionAddress, workshopAddress } from '../workshop-texts/submission-address.ts'
import styles from './draft-page.module.css'

/** Which text this is, at which stage, for whose eyes; and the ways to its versions, comparison and transmission. */
export function DraftHead({
  view,
  children,
}: {
  readonly view: DraftView
  /** What awaits the reader in this draft. */
  readonly children?: ReactNode
}) {
  const t = useText(editor)
  const c = useText(common)
  const day = useText(adoptionDay)
  const h = useText(history)
  const i = useText(integration)
  const w = useText(workshopTexts)
  const a = useText(adoption)
  const { draft, text, stage, base, abilities } = view
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        <Link to={`/texts/${text.id}`} title={t('toText')}>
          <Label of={text.title} />
        </Link>
      </h1>
      <p className={styles.facts}>
        {stage && <Label of={stage.name} />}
        {text.workshop && <Link to={workshopAddress(text.workshop)}>{w('to-workshop')}</Link>}
        <span>{c(`audience.${draft.audience}`)}</span>
        {children}
      </p>
      <div className={styles.actions}>
        {text.kind === 'declaration' && draft.audience === 'joint' && (
          <ButtonLink to={adoptionDayAddress(text.id)}>{day('title')}</ButtonLink>
        )}
        <ButtonLink to={historyAddress(draft.id)}>{h('history')}</ButtonLink>
        {text.kind === 'declaration' && view.access === 'write' && (
          <ButtonLink to={`/texts/${text.id}/integrate`}>{i('integrate')}</ButtonLink>
        )}
        {abilities.compare && base && (
          <ButtonLink to={compareLink(`version:${base.id}`, `draft:${draft.id}`)}>
            {t('compare', { label: base.label })}
          </ButtonLink>
        )}
        {abilities.submit && (
          <ButtonLink kind="primary" to={submissionAddress(draft.id)}>
            {w('submit')}
          </ButtonLink>
        )}
        {stage?.adopts && (
          <ButtonLink kind={abilities.seal ? 'primary' : 'quiet'} to={adoptionAddress(text.id)}>
            {a('to-adoption')}
          </ButtonLink>
        )}
        {abilities.transmit && (
          <ButtonLink kind="primary" to={`/drafts/${draft.id}/transmit`}>
            {t('transmit')}
          </ButtonLink>
        )}
      </div>
    </header>
  )
}
