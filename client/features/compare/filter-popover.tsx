/** What to show of a comparison: kinds, weight, language, part of the text, what was not seen. Stays open while one chooses. */
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { CHANGE_KINDS, type ComparisonCounts } from '../../../shared/compare/comparison.ts'
import { common } from '../../i18n/messages/common.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { excerpt } from './compared-texts.ts'
import type { ComparisonFilters } from './comparison-filters.ts'
import type { Section } from './comparison-sections.ts'
import styles from './filter-popover.module.css'

type FilterPopoverProps = {
  readonly filters: ComparisonFilters
  readonly onFilters: (filters: ComparisonFilters) => void
  readonly counts: ComparisonCounts
  readonly sections: readonly Section[]
}

export function FilterPopover({ filters, onFilters, counts, sections }: FilterPopoverProps) {
  const t = useText(compare)
  const c = useText(common)
  const language = useLanguage() === 'ja' ? 'ja' : 'fr'
  const set = (changed: Partial<ComparisonFilters>) => onFilters({ ...filters, ...changed })
  const kinds = CHANGE_KINDS.filter(kind => counts.kinds[kind] > 0 || filters.kinds.includes(kind))
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className={styles.trigger}>
          {t('filter')}
          <span aria-hidden="true"> ▾</span>
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.popover} align="end" sideOffset={4} collisionPadding={8}>
          <div className={styles.column}>
            {kinds.length > 0 && (
              <Choices legend={t('filterKinds')}>
                {kinds.map(kind => (
                  <label key={kind}>
                    <input
                      type="checkbox"
                      checked={filters.kinds.includes(kind)}
                      onChange={event =>
                        set({
                          kinds: CHANGE_KINDS.filter(each =>
                            each === kind ? event.target.checked : filters.kinds.includes(each),
                          ),
                        })
                      }
                    />
                    {t(kind)}
                    <span className={styles.count}>{counts.kinds[kind]}</span>
                  </label>
                ))}
              </Choices>
            )}
            <Choices legend={t('filterWeight')}>
              {([null, 'substance', 'form'] as const).map(weight => (
                <label key={weight ?? ''}>
                  <input
                    type="radio"
                    name="weight"
                    checked={filters.weight === weight}
                    onChange={() => set({ weight })}
                  />
                  {t(weight ?? 'weightAll')}
                </label>
              ))}
            </Choices>
          </div>
          <div className={styles.column}>
            <Choices legend={t('filterLanguage')}>
              {([null, 'fr', 'ja'] as const).map(changedIn => (
                <label key={changedIn ?? ''}>
                  <input
                    type="radio"
                    name="changed-in"
                    checked={filters.changedIn === changedIn}
                    onChange={() => set({ changedIn })}
                  />
                  {t(LANGUAGE_WORDS[changedIn ?? 'either'])}
                </label>
              ))}
              <label className={styles.apart}>
                <input
                  type="checkbox"
                  checked={filters.alarmsOnly}
                  onChange={event => set({ alarmsOnly: event.target.checked })}
                />
                {t('alarmsOnly')}
                <span className={styles.count}>{counts.alarms}</span>
              </label>
            </Choices>
            <Choices legend={t('seen')}>
              <label>
                <input
                  type="checkbox"
                  checked={filters.unseenOnly}
                  onChange={event => set({ unseenOnly: event.target.checked })}
                />
                {t('unseenOnly')}
              </label>
            </Choices>
          </div>
          {sections.length > 0 && (
            <div className={styles.section}>
              <SelectField
                label={t('filterSection')}
                value={filters.section ?? ''}
                onChange={section => set({ section: section || null })}
                choices={[
                  { value: '', text: t('wholeText') },
                  ...sections.map(({ key, level, heading }) => ({
                    value: key,
                    text: `${'\u2003'.repeat(level - 1)}${excerpt(heading, language, 60)}`,
                  })),
                ]}
              />
            </div>
          )}
          <div className={styles.end}>
            <Popover.Close asChild>
              <Button>{c('close')}</Button>
            </Popover.Close>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

const LANGUAGE_WORDS = { either: 'eitherLanguage', fr: 'changedFr', ja: 'changedJa' } as const

function Choices({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}
