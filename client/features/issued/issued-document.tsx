/** The adopted text as it is issued: to read, to save, to check. The same within the room and on the public page. */
import { useMemo } from 'react'
import { issuedHtml } from '../../../shared/issue/issued-html.ts'
import type { IssuedText } from '../../../shared/issue/issued-text.ts'
import { parseCanonicalForm } from '../../../shared/model/canonical-form.ts'
import { issued as messages } from '../../i18n/messages/issued.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { BilingualTextView } from '../../text-view/bilingual-text-view.tsx'
import { Button } from '../../ui/button.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Section } from '../../ui/page.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { saveFile } from '../decisions/save-file.ts'
import styles from './issued.module.css'
import { IssuedCorrigenda } from './issued-corrigenda.tsx'
import { useFileCheck } from './use-file-check.ts'

export function IssuedDocument({ issued }: { readonly issued: IssuedText }) {
  const t = useText(messages)
  const { text, facts } = useMemo(() => parseCanonicalForm(issued.canonical), [issued.canonical])
  return (
    <>
      <BilingualTextView text={text} facts={facts} />
      {issued.corrigenda.length > 0 && (
        <Section title={t('corrigenda')}>
          <IssuedCorrigenda issued={issued} />
        </Section>
      )}
      <Section title={t('seals')}>
        <ul className={styles.seals}>
          {issued.seals.map(({ side, by, at }) => (
            <li key={side}>
              <SideMark side={side} />
              {by && <SealedBy title={by} />}
              <InstantLines at={at} meantIn={issued.zone} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('fingerprint')}>
        <p>
          <code className={styles.hash}>{issued.sha256}</code>
        </p>
        <ShownCheck issued={issued} />
        <p className={styles.quiet}>{t('fingerprint-lead')}</p>
      </Section>
    </>
  )
}

function SealedBy({ title }: { readonly title: { readonly fr: string; readonly ja: string } }) {
  const { text, lang } = labelIn(title, useLanguage())
  return <span lang={lang}>{text}</span>
}

/** Of the text that this page shows. */
function ShownCheck({ issued }: { readonly issued: IssuedText }) {
  const t = useText(messages)
  const check = useFileCheck(useMemo(() => JSON.stringify(issued), [issued]))
  const holds = check !== null && typeof check !== 'string' && check.kind === 'issued' && !check.faults.length
  const running = check === null || check === 'running'
  return (
    <p role="status" data-fault={running || holds ? undefined : ''} className={styles.checked}>
      {running ? t('checking') : holds ? `✓ ${t('holds')}` : `⚠ ${t('fails')}`}
    </p>
  )
}

/** Files are made on this device from what the page has. */
export function IssuedFiles({ issued }: { readonly issued: IssuedText }) {
  const t = useText(messages)
  const name = `declaration-${issued.edition.number}-${issued.sha256.slice(0, 8)}`
  return (
    <>
      <Button
        kind="primary"
        onClick={() => saveFile(`${name}.html`, 'text/html;charset=utf-8', issuedHtml(issued))}
      >
        {t('save-html')}
      </Button>
      <Button onClick={() => saveFile(`${name}.json`, 'application/json', JSON.stringify(issued, null, 1))}>
        {t('save-json')}
      </Button>
      <Button onClick={() => saveFile(`${name}.canonical.json`, 'application/json', issued.canonical)}>
        {t('save-canonical')}
      </Button>
    </>
  )
}
