import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import styles from './menu.module.css'

/** A menu under a button. `trigger` is a `Button` or another element that takes a ref. */
export function Menu({
  trigger,
  children,
  align = 'end',
  returnFocus,
}: {
  readonly trigger: ReactElement
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
  /** Where the focus goes when the menu closes; to its trigger if left out. */
  readonly returnFocus?: () => void
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={event => {
            if (!returnFocus) return
            event.preventDefault()
            returnFocus()
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function MenuItem({
  onSelect,
  danger = false,
  disabled = false,
  children,
}: {
  readonly onSelect: () => void
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly children: ReactNode
}) {
  return (
    <Radix.Item
      className={`${styles.item} ${danger ? styles.danger : ''}`}
      onSelect={onSelect}
      disabled={disabled}
    >
      {children}
    </Radix.Item>
  )
}

/** One of several; the chosen one is marked by a sign. */
export function MenuChoices<Value extends string>({
  label,
  value,
  onChange,
  choices,
}: {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly { readonly value: Value; readonly text: string; readonly lang?: string }[]
}) {
  return (
    <Radix.Group>
      <Radix.Label className={styles.label}>{label}</Radix.Label>
      <Radix.RadioGroup value={value} onValueChange={chosen => onChange(chosen as Value)}>
        {choices.map(choice => (
          <Radix.RadioItem
            key={choice.value}
            value={choice.value}
            className={styles.item}
            {...(choice.lang ? { lang: choice.lang } : {})}
          >
            <span className={styles.sign} aria-hidden="true">
              <Radix.ItemIndicator>✓</Radix.ItemIndicator>
            </span>
            {choice.text}
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </Radix.Group>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Radix.Label className={styles.label}>{children}</Radix.Label>
}

export function MenuText({ children }: { readonly children: ReactNode }) {
  return <div className={styles.text}>{children}</div>
}

export function MenuRule() {
  return <Radix.Separator className={styles.rule} />
}
