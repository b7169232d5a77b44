import { account } from '../i18n/messages/account.ts'
import { frame } from '../i18n/messages/frame.ts'
import { workshopTexts } from '../i18n/messages/workshop-texts.ts'
import { labelIn, useLanguage, useText } from '../i18n/use-text.ts'
import { type KeptSaving, outstanding, useSavings } from '../saving-states.ts'
import { useSession } from '../session.tsx'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'

/** [M4] For someone whose last mandate has ended: the account remains, and opens nothing. What they had not sent is theirs. */
export function NoMandatePage() {
  const t = useText(account)
  const words = useText(frame)
  const left = useSavings(useSession().person.id).filter(({ saving }) => outstanding(saving))
  return (
    <Page title={words('no-mandate')} lead={t('no-mandate')} width="text">
      {left.length > 0 && <LeftWords left={left} />}
    </Page>
  )
}

function LeftWords({ left }: { readonly left: readonly KeptSaving[] }) {
  const t = useText(workshopTexts)
  const language = useLanguage()
  const { person, epoch } = useSession()
  const take = async (draft: KeptSaving['draft']) => {
    // Loaded only now: it brings Yjs, which this page does without.
    const { takeWordsOfDevice } = await import('../features/drafts/take-words.ts')
    await takeWordsOfDevice(person.id, draft, epoch)
  }
  return (
    <Section title={t('left-title')}>
      <p>{t('left-words')}</p>
      <ul>
        {left.map(({ draft, title }) => (
          <li key={draft}>
            <Button onClick={() => void take(draft)}>
              {t('left-take', { title: labelIn(title, language).text })}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
