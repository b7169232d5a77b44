/** [F1] Values used in both languages, each defined once: what they say, where they stand, how they came to it. */
import { useState } from 'react'
import type { FactView } from '../../../shared/protocol/fact-views.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { FactEntry } from './fact-entry.tsx'
import styles from './facts.module.css'

export function FactsPage() {
  const t = useText(facts)
  const language = useLanguage()
  const { administers } = useSession()
  const list = useAsk('GET /api/facts')
  const edition = useAsk('GET /api/edition')
  const [adding, setAdding] = useState(false)
  const error = list.error ?? edition.error
  const organisations = edition.data?.organisations
  return (
    <Page
      title={t('title')}
      lead={administers ? t('lead') : sentences(language, t('lead'), t('read-only'))}
      actions={
        administers && (
          <Button kind="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      {list.data && organisations ? (
        <FactList list={list.data.facts} organisations={organisations} />
      ) : error ? (
        <FailureNotice error={error} retry={() => void Promise.all([list.refetch(), edition.refetch()])} />
      ) : (
        <Loading />
      )}
      {adding && organisations && (
        <FactDialog fact={null} organisations={organisations} onClose={() => setAdding(false)} />
      )}
    </Page>
  )
}

type FactListProps = {
  readonly list: readonly FactView[]
  readonly organisations: Parameters<typeof FactDialog>[0]['organisations']
}

function FactList({ list, organisations }: FactListProps) {
  const t = useText(facts)
  const [editing, setEditing] = useState<FactView | null>(null)
  const entries = (shown: readonly FactView[]) => (
    <ul className={styles.list}>
      {shown.map(view => (
        <FactEntry
          key={view.fact.id}
          view={view}
          organisations={organisations}
          onEdit={() => setEditing(view)}
        />
      ))}
    </ul>
  )
  const offered = list.filter(({ fact }) => fact.withdrawnAt === null)
  const withdrawn = list.filter(({ fact }) => fact.withdrawnAt !== null)
  return (
    <>
      {offered.length > 0 ? entries(offered) : <p>{t('none')}</p>}
      {withdrawn.length > 0 && <Section title={t('withdrawn')}>{entries(withdrawn)}</Section>}
      {editing && (
        <FactDialog fact={editing.fact} organisations={organisations} onClose={() => setEditing(null)} />
      )}
    </>
  )
}
