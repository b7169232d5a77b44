/** One language of what is brought in: pasted, dropped, or chosen as a file. */
import { type DragEvent, useId, useMemo, useState } from 'react'
import type { Language } from '../../../shared/model/language.ts'
import { imports } from '../../i18n/messages/import.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ImportSource } from './kept-import.ts'
import { pastedSource, readImportFile } from './read-file.ts'
import { readableText } from './readable-text.ts'
import styles from './source-field.module.css'

type SourceFieldProps = {
  readonly language: Language
  readonly source: ImportSource
  readonly onChange: (source: ImportSource) => void
}

const NOTHING: ImportSource = { format: 'plain', content: '', file: '' }

export function SourceField({ language, source, onChange }: SourceFieldProps) {
  const t = useText(imports)
  const id = useId()
  const [failure, setFailure] = useState('')
  const [said, setSaid] = useState('')
  const [over, setOver] = useState(false)
  // Markup is for programs: of an HTML source the words are shown, as they were brought in.
  const shown = useMemo(
    () => (source.format === 'html' ? readableText(source.content) : source.content),
    [source],
  )
  const take = (taken: ImportSource, words: string) => {
    setFailure('')
    setSaid(words)
    onChange(taken)
  }
  const readFiles = async (files: FileList | null) => {
    const [file, second] = files ?? []
    if (!file) return
    if (second) return setFailure(t('oneFile'))
    const reading = await readImportFile(file)
    if (!reading.read) return setFailure(t(reading.why, { file: reading.file }))
    take(reading.source, t('fileRead', { file: file.name, encoding: ENCODINGS[reading.encoding] }))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length) return void readFiles(event.dataTransfer.files)
    const dropped = pastedSource(event.dataTransfer)
    if (dropped.content) take(dropped, dropped.format === 'html' ? t('pasted') : '')
  }

  return (
    <div className={styles.field} data-over={over || undefined}>
      <div className={styles.head}>
        <label htmlFor={id}>{t(language === 'fr' ? 'french' : 'japanese')}</label>
        <span className={styles.count}>
          {source.content &&
            `${t('characters', { count: shown.length })} · ${t(source.format === 'html' ? 'asHtml' : 'asPlain')}`}
        </span>
      </div>
      <textarea
        id={id}
        lang={language}
        className={styles.area}
        value={shown}
        readOnly={source.format === 'html'}
        placeholder={t('paste')}
        aria-describedby={`${id}-kinds`}
        spellCheck={false}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={event => {
          // A paste into an empty field may bring its structure along; into a text one is editing it is plain.
          if (source.content) return
          const pasted = pastedSource(event.clipboardData)
          if (pasted.format !== 'html') return
          event.preventDefault()
          take(pasted, t('pasted'))
        }}
        onChange={event => {
          setFailure('')
          onChange({
            ...source,
            content: event.target.value,
            format: event.target.value ? source.format : 'plain',
          })
        }}
      />
      <div className={styles.foot}>
        <label className={styles.file}>
          <input
            type="file"
            accept=".txt,.text,.md,.html,.htm,.xhtml,text/plain,text/html"
            onChange={event => {
              void readFiles(event.target.files)
              event.target.value = ''
            }}
          />
          <span>{t('choose')}</span>
          <span className="unseen"> – {t(language === 'fr' ? 'french' : 'japanese')}</span>
        </label>
        {source.content && (
          <Button kind="plain" onClick={() => take(NOTHING, '')}>
            {t('clear')}
          </Button>
        )}
        <p id={`${id}-kinds`} className={styles.kinds} role="status">
          {said && source.content ? said : t('fileKinds')}
        </p>
      </div>
      {failure && <Notice kind="alarm">{failure}</Notice>}
    </div>
  )
}

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  shift_jis: 'Shift_JIS',
  'windows-1252': 'Windows-1252',
} as const
