import { useId } from 'react'
import type { Organisation } from '../../../shared/model/edition.ts'
import { isWritten } from '../../../shared/model/fact-value.ts'
import type { FactView } from '../../../shared/protocol/fact-views.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { Label } from '../../ui/label.tsx'
import { FactTrace } from './fact-trace.tsx'
import { FactUses } from './fact-uses.tsx'
import { printed, STATUS_SIGNS, useOwnerName } from './fact-words.ts'
import styles from './facts.module.css'
import { WithdrawButton } from './withdraw-button.tsx'

type FactEntryProps = {
  readonly view: FactView
  readonly organisations: readonly Organisation[]
  readonly onEdit: () => void
}

/** One fact: its name and definition, what it prints as in both languages, its uses and its trace. */
export function FactEntry({ view, organisations, onEdit }: FactEntryProps) {
  const t = useText(facts)
  const language = useLanguage()
  const { administers } = useSession()
  const heading = useId()
  const { fact, uses, changes } = view
  const name = labelIn(fact.label, language).text
  const reads = printed(fact)
  const typed = fact.type === 'count' || fact.type === 'date'
  return (
    <li className={styles.entry} aria-labelledby={heading} data-fact={fact.id}>
      <div className={styles.about}>
        <h3 id={heading} className={styles.name}>
          <Label of={fact.label} />
        </h3>
        <p className={styles.kind}>
          {t(`type.${fact.type}`)}
          <span className={styles.status} data-status={fact.status}>
            <span aria-hidden="true">{STATUS_SIGNS[fact.status]} </span>
            {t(`status.${fact.status}`)}
          </span>
        </p>
        <About view={view} organisations={organisations} />
      </div>
      <div className={styles.said}>
        <dl className={styles.values}>
          {(['fr', 'ja'] as const).map(each => (
            <div key={each}>
              <dt>{t(each === 'fr' ? 'french' : 'japanese')}</dt>
              <dd>
                {reads ? (
                  <span lang={each} className={styles.value}>
                    {reads[each]}
                  </span>
                ) : (
                  <span className={styles.faint}>{t('unknown')}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {typed && fact.value && isWritten(fact.value) && <p className={styles.hint}>△ {t('as-written')}</p>}
        <FactUses uses={uses} />
        {changes.length > 0 && <FactTrace changes={changes} organisations={organisations} />}
        {administers && (
          <p className={styles.acts}>
            {fact.withdrawnAt === null && (
              <Button aria-label={t('edit-named', { label: name })} onClick={onEdit}>
                {t('edit')}
              </Button>
            )}
            <WithdrawButton fact={fact} isUsed={uses.length > 0} name={name} />
          </p>
        )}
      </div>
    </li>
  )
}

function About({ view: { fact }, organisations }: Pick<FactEntryProps, 'view' | 'organisations'>) {
  const t = useText(facts)
  const ownerName = useOwnerName(organisations)
  const language = useLanguage()
  const owner = fact.owner && ownerName(fact.owner)
  const definition = labelIn(fact.definition, language)
  return (
    <>
      {definition.text && (
        <p className={styles.definition} lang={definition.lang}>
          {definition.text}
        </p>
      )}
      <dl className={styles.meta}>
        {owner && (
          <div>
            <dt>{t('owner')}</dt>
            <dd lang={owner.lang}>{owner.text}</dd>
          </div>
        )}
        {fact.source && (
          <div>
            <dt>{t('source')}</dt>
            <dd>{fact.source}</dd>
          </div>
        )}
      </dl>
    </>
  )
}
