import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Link } from 'react-router'
import styles from './button.module.css'

/** `primary`: the one act of a page. `quiet`: any other. `plain`: a link that acts. `danger`: ends or removes. */
export type ButtonKind = 'primary' | 'quiet' | 'plain' | 'danger'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  readonly kind?: ButtonKind
  /** While true the button is inert and says so. */
  readonly busy?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ kind = 'quiet', busy = false, type = 'button', disabled, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(kind)}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
    />
  )
}

/** A link that looks like a button of the same kind. */
export function ButtonLink({
  to,
  kind = 'quiet',
  children,
}: {
  readonly to: string
  readonly kind?: ButtonKind
  readonly children: ReactNode
}) {
  return (
    <Link to={to} className={buttonClass(kind)}>
      {children}
    </Link>
  )
}

function buttonClass(kind: ButtonKind): string {
  return `${styles.button} ${styles[kind]}`
}
