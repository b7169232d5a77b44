import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { useId } from 'react'
import { common } from '../i18n/messages/common.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './field.module.css'

type FieldProps = {
  readonly label: ReactNode
  /** A sentence under the control: the form expected, or the reason. */
  readonly hint?: ReactNode
  /** What is wrong, in words; marks the control as invalid. */
  readonly error?: ReactNode
  /** Says "optional" beside the label; everything else is required. */
  readonly optional?: boolean
}

/** A label, its help and its error, tied to the control that `children` makes from the given attributes. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & {
  readonly children: (attributes: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
    className: string
  }) => ReactNode
}) {
  const t = useText(common)
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}>{t('optional-mark')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        className: styles.control ?? '',
      })}
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
    </div>
  )
}

export function TextField({
  label,
  hint,
  error,
  optional,
  ...input
}: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>) {
  return (
    <Field {...fieldProps({ label, hint, error, optional })}>
      {attributes => <input type="text" {...input} {...attributes} />}
    </Field>
  )
}

export function TextAreaField({
  label,
  hint,
  error,
  optional,
  ...area
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'className'>) {
  return (
    <Field {...fieldProps({ label, hint, error, optional })}>
      {attributes => <textarea rows={3} {...area} {...attributes} />}
    </Field>
  )
}

/** The platform's own list: it works with every keyboard, reader and phone. */
export function SelectField<Value extends string>({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  choices,
  ...select
}: FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className' | 'value' | 'onChange'> & {
    readonly value: Value
    readonly onChange: (value: Value) => void
    readonly choices: readonly { readonly value: Value; readonly text: string }[]
  }) {
  return (
    <Field {...fieldProps({ label, hint, error, optional })}>
      {attributes => (
        <select
          {...select}
          {...attributes}
          value={value}
          onChange={event => onChange(event.target.value as Value)}
        >
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function CheckField({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p className={styles.hint} id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

/** A few choices seen all at once, each with its explanation. */
export function RadioField<Value extends string>({
  legend,
  value,
  onChange,
  choices,
}: {
  readonly legend: ReactNode
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly { readonly value: Value; readonly text: ReactNode; readonly hint?: ReactNode }[]
}) {
  const id = useId()
  return (
    <fieldset className={styles.set}>
      <legend className={styles.label}>{legend}</legend>
      {choices.map(choice => (
        <div key={choice.value} className={styles.check}>
          <input
            id={`${id}-${choice.value}`}
            type="radio"
            name={id}
            checked={choice.value === value}
            aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
            onChange={() => onChange(choice.value)}
          />
          <div>
            <label htmlFor={`${id}-${choice.value}`}>{choice.text}</label>
            {choice.hint && (
              <p className={styles.hint} id={`${id}-${choice.value}-hint`}>
                {choice.hint}
              </p>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

/** Fields below one another, or two by two where there is room. */
export function FieldRows({
  children,
  columns = 1,
}: {
  readonly children: ReactNode
  readonly columns?: 1 | 2
}) {
  return <div className={columns === 2 ? styles.two : styles.rows}>{children}</div>
}

/** Leaves out what is not given: `exactOptionalPropertyTypes` tells absent from undefined. */
function fieldProps(given: { [K in keyof FieldProps]: FieldProps[K] | undefined }): FieldProps {
  const { label, hint, error, optional } = given
  return {
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
    ...(optional === undefined ? {} : { optional }),
  }
}
