import type { FactStatement, Organisation } from '../../../shared/model/edition.ts'
import type { FactChangeView, FactSaid } from '../../../shared/protocol/fact-views.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Instant } from '../../ui/instant.tsx'
import { printed, useOwnerName } from './fact-words.ts'
import styles from './facts.module.css'

/** Who changed what and when, the newest first. */
export function FactTrace({
  changes,
  organisations,
}: {
  readonly changes: readonly FactChangeView[]
  readonly organisations: readonly Organisation[]
}) {
  const t = useText(facts)
  const language = useLanguage()
  return (
    <details className={styles.fold}>
      <summary>{t('changes', { count: changes.length })}</summary>
      <ol className={styles.trace}>
        {changes.toReversed().map(change => {
          const by = change.by && labelIn(change.by, language)
          return (
            <li key={change.at + changes.indexOf(change)}>
              <p className={styles.faint}>
                <Instant at={change.at} />
                {by && (
                  <>
                    {' · '}
                    <span lang={by.lang}>{by.text}</span>
                  </>
                )}
              </p>
              <Changed change={change} organisations={organisations} />
            </li>
          )
        })}
      </ol>
    </details>
  )
}

type Told = { readonly what: string; readonly lang?: string; readonly old: string; readonly now: string }

function Changed({
  change: { before, after },
  organisations,
}: {
  readonly change: FactChangeView
  readonly organisations: readonly Organisation[]
}) {
  const t = useText(facts)
  const telling = useTelling(organisations)
  if (before === null) return <p>{t('change.added')}</p>
  const told = telling(before, after)
  return (
    <dl className={styles.changed}>
      {told.map(({ what, lang, old, now }) => (
        <div key={`${what} ${lang ?? ''}`}>
          <dt>{what}</dt>
          <dd lang={lang}>
            <del>{old || '—'}</del> <span aria-hidden="true">→</span> <ins>{now || '—'}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Each thing that was said otherwise, in words: values as they print, in both languages. */
function useTelling(organisations: readonly Organisation[]): (before: FactSaid, after: FactSaid) => Told[] {
  const t = useText(facts)
  const language = useLanguage()
  const ownerName = useOwnerName(organisations)
  return (before, after) => {
    const reading = (said: FactSaid, of: 'fr' | 'ja') => printed(said)?.[of] ?? t('unknown')
    const bilingual = (said: { readonly fr: string; readonly ja: string }) => labelIn(said, language).text
    const unit = ({ unit: of }: FactStatement) => (of ? `${of.fr.one} / ${of.fr.other} · ${of.ja}` : '')
    const all: Told[] = [
      ...(['fr', 'ja'] as const).map(of => ({
        what: t(of === 'fr' ? 'french' : 'japanese'),
        lang: of,
        old: reading(before, of),
        now: reading(after, of),
      })),
      {
        what: t('label'),
        old: labelIn(before.label, language).text,
        now: labelIn(after.label, language).text,
      },
      { what: t('type'), old: t(`type.${before.type}`), now: t(`type.${after.type}`) },
      { what: t('definition'), old: bilingual(before.definition), now: bilingual(after.definition) },
      { what: t('source'), old: before.source, now: after.source },
      {
        what: t('owner'),
        old: before.owner ? ownerName(before.owner).text : '',
        now: after.owner ? ownerName(after.owner).text : '',
      },
      { what: t('unit-words'), old: unit(before), now: unit(after) },
      {
        what: t('list'),
        old: t(before.withdrawn ? 'list.off' : 'list.on'),
        now: t(after.withdrawn ? 'list.off' : 'list.on'),
      },
    ]
    return all.filter(({ old, now }) => old !== now)
  }
}
