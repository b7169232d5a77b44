/** [F1] Values used in both languages, each defined once. The organiser edits them. */
import { useState } from 'react'
import type { Fact } from '../../../shared/model/edition.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { sentences } from '../../i18n/sentences.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Label } from '../../ui/label.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import table from '../../ui/table.module.css'
import { FactDialog } from './fact-dialog.tsx'
import styles from './facts.module.css'

export function FactsPage() {
  const t = useText(facts)
  const language = useLanguage()
  const { administers } = useSession()
  const { data, error, refetch } = useAsk('GET /api/edition')
  return (
    <Page title={t('title')} lead={administers ? t('lead') : sentences(language, t('lead'), t('read-only'))}>
      {data ? (
        <FactTable list={data.facts} />
      ) : error ? (
        <FailureNotice error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function FactTable({ list }: { readonly list: readonly Fact[] }) {
  const t = useText(facts)
  const language = useLanguage()
  const { administers } = useSession()
  const [editing, setEditing] = useState<Fact | null>(null)
  if (list.length === 0) return <p>{t('none')}</p>
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('fact')}</th>
            <th scope="col">{t('french')}</th>
            <th scope="col">{t('japanese')}</th>
            <th scope="col">{t('status')}</th>
            {administers && (
              <th scope="col">
                <span className="unseen">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {list.map(fact => (
            <tr key={fact.id}>
              <th scope="row">
                <Label of={fact.label} />
              </th>
              <td data-label={t('french')}>
                <Value fact={fact} of="fr" />
              </td>
              <td data-label={t('japanese')}>
                <Value fact={fact} of="ja" />
              </td>
              <td data-label={t('status')}>{t(`status.${fact.status}`)}</td>
              {administers && (
                <td className={table.end}>
                  <Button
                    aria-label={t('edit-named', { label: labelIn(fact.label, language).text })}
                    onClick={() => setEditing(fact)}
                  >
                    {t('edit')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {editing && <FactDialog fact={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

/** As it prints: an open value in the brackets of its language. */
function Value({ fact, of: language }: { readonly fact: Fact; readonly of: 'fr' | 'ja' }) {
  const t = useText(facts)
  if (!fact.value) return <span className={table.faint}>{t('unknown')}</span>
  const value = fact.value[language]
  const printed = fact.status === 'confirmed' ? value : language === 'ja' ? `［${value}］` : `[${value}]`
  return (
    <span lang={language} className={styles.value}>
      {printed}
    </span>
  )
}
