/** /texts/:id/compare-file: a file compared with a version or a draft. It stays in this page and is not stored. */
import { useState } from 'react'
import { useParams } from 'react-router'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { FileComparisonView, TextView } from '../../../shared/protocol/views.ts'
import { compareFile } from '../../i18n/messages/compare-file.ts'
import { texts } from '../../i18n/messages/texts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct, useAsk } from '../../queries.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { RadioField, SelectField } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import type { ImportSource } from '../import/kept-import.ts'
import { SourceField } from '../import/source-field.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import styles from './file-comparison.module.css'
import { FileDifferences } from './file-differences.tsx'

export function FileComparisonPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/texts/:id', { params: { id } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <FileComparison view={data} /> : <Loading />
}

const NO_SOURCE: ImportSource = { format: 'plain', content: '', file: '' }

type Order = 'new' | 'old'

function FileComparison({ view }: { readonly view: TextView }) {
  const t = useText(compareFile)
  const language = useLanguage()
  const { text } = view
  const states = useStates(view)
  const [sources, setSources] = useState({ fr: NO_SOURCE, ja: NO_SOURCE })
  const [against, setAgainst] = useState(states.at(-1)?.value ?? '')
  const [order, setOrder] = useState<Order>('new')
  const [shown, setShown] = useState<Shown | null>(null)
  const compare = useAct('POST /api/texts/:id/file-comparison')
  const [fr, ja] = [sentSource(sources.fr), sentSource(sources.ja)]
  const ready = against !== '' && (fr !== null || ja !== null)
  const run = async () => {
    setShown(null)
    const asked = { params: { id: text.id }, body: { fr, ja, file: order, against } }
    try {
      const answer = await compare.mutateAsync(asked)
      setShown({
        answer,
        order,
        name: states.find(({ value }) => value === against)?.text ?? '',
        one: !fr || !ja,
      })
    } catch {
      // Said below, by `compare.error`.
    }
  }
  return (
    <Page
      title={t('title')}
      lead={
        <>
          <p>{labelIn(text.title, language).text}</p>
          <p>{t('lead')}</p>
        </>
      }
      width="full"
      actions={<ButtonLink to={`/texts/${text.id}`}>{t('back')}</ButtonLink>}
    >
      <section className={styles.form} aria-label={t('sources')}>
        <div className={styles.two}>
          {LANGUAGES.map(each => (
            <SourceField
              key={each}
              language={each}
              source={sources[each]}
              onChange={source => setSources(before => ({ ...before, [each]: source }))}
            />
          ))}
        </div>
        <div className={styles.choices}>
          <SelectField label={t('against')} value={against} onChange={setAgainst} choices={states} />
          <RadioField
            legend={t('order')}
            value={order}
            onChange={setOrder}
            choices={[
              { value: 'new', text: t('fileNew') },
              { value: 'old', text: t('fileOld') },
            ]}
          />
          <Button kind="primary" disabled={!ready} busy={compare.isPending} onClick={() => void run()}>
            {t('act')}
          </Button>
          {!ready && <span className={styles.needed}>{t('needed')}</span>}
        </div>
        {compare.error && <FailureNotice error={compare.error} />}
      </section>
      {shown && (
        <Section title={t('result')}>
          <FileDifferences {...shown} />
        </Section>
      )}
    </Page>
  )
}

type Shown = {
  readonly answer: FileComparisonView
  readonly order: Order
  /** What it was compared with. */
  readonly name: string
  /** One language only was brought in. */
  readonly one: boolean
}

/** The states that a file can be compared with, the draft last. */
function useStates(view: TextView) {
  const t = useText(texts)
  return [
    ...view.versions.map(version => ({ value: `version:${version.id}`, text: version.label })),
    ...(view.draft ? [{ value: `draft:${view.draft.id}`, text: t('myDraft') }] : []),
  ]
}

function sentSource({ format, content }: ImportSource) {
  return content.trim() === '' ? null : { format, content }
}
