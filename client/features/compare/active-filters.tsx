/** The filters in force, in words, with one key to clear them. */
import { compare } from '../../i18n/messages/compare.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './active-filters.module.css'
import { excerpt } from './compared-texts.ts'
import type { ComparisonFilters } from './comparison-filters.ts'
import type { Section } from './comparison-sections.ts'

type ActiveFiltersProps = {
  /** As `useFilterWords` says them. */
  readonly words: string
  /** Whether the keys of one letter act. */
  readonly letters: boolean
  readonly onClear: () => void
}

export function ActiveFilters({ words, letters, onClear }: ActiveFiltersProps) {
  const t = useText(compare)
  if (!words) return null
  return (
    <p className={styles.active}>
      {t('filters')} {words}
      <Button kind="plain" aria-keyshortcuts={letters ? '0' : undefined} onClick={onClear}>
        {t('clearFilters')}
      </Button>
    </p>
  )
}

/** Empty when nothing is filtered; else « Ajouté, Déplacé ; Fond seulement ; … », 「追加・移動、内容の変更のみ」. */
export function useFilterWords(filters: ComparisonFilters, sections: readonly Section[]): string {
  const t = useText(compare)
  const language = useLanguage()
  const section = sections.find(({ key }) => key === filters.section)
  return [
    filters.kinds.map(kind => t(kind)).join(language === 'ja' ? '・' : ', '),
    filters.weight ? t(filters.weight) : '',
    filters.changedIn ? t(filters.changedIn === 'fr' ? 'changedFr' : 'changedJa') : '',
    filters.alarmsOnly ? t('alarmsOnly') : '',
    filters.unseenOnly ? t('unseenOnly') : '',
    section ? t('sectionOf', { heading: excerpt(section.heading, language === 'ja' ? 'ja' : 'fr', 60) }) : '',
  ]
    .filter(Boolean)
    .join(language === 'ja' ? '、' : language === 'fr' ? '\u202F; ' : '; ')
}
