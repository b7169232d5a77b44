import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './tabs.module.css'

export type Tab = { readonly value: string; readonly title: ReactNode; readonly content: ReactNode }

/** Arrow keys move between the titles; only the shown panel is mounted. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
}: {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** Left out: the tabs keep their own state, the first one shown. */
  readonly value?: string
  readonly onChange?: (value: string) => void
}) {
  const controlled = value === undefined ? { defaultValue: tabs[0]?.value ?? '' } : { value }
  return (
    <Radix.Root {...controlled} {...(onChange ? { onValueChange: onChange } : {})}>
      <Radix.List className={styles.list} aria-label={label}>
        {tabs.map(tab => (
          <Radix.Trigger key={tab.value} value={tab.value} className={styles.title}>
            {tab.title}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(tab => (
        <Radix.Content key={tab.value} value={tab.value} className={styles.panel}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
