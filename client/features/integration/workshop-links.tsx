/** On the page of the declaration: what workshops propose, what may be taken over, what became of it all. */
import { Link } from 'react-router'
import { coverage } from '../../i18n/messages/coverage.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Section } from '../../ui/page.tsx'
import styles from './integration.module.css'
import { waitingIn } from './proposal-list.tsx'

/** Nothing for whoever may know of none of it. */
export function WorkshopLinks({ text }: { readonly text: string }) {
  const t = useText(integration)
  const v = useText(coverage)
  const params = { id: text }
  const { data: proposals } = useAsk('GET /api/texts/:id/proposals', { params })
  const { data: may } = useAsk('GET /api/texts/:id/integration', { params })
  const { data: covered } = useAsk('GET /api/coverage')
  if (!proposals && !may && !covered) return null
  const { mine, all } = proposals ? waitingIn(proposals) : { mine: 0, all: 0 }
  return (
    <Section title={t('proposals')}>
      <p className={styles.actions}>
        {proposals && (
          <Link to={`/texts/${text}/proposals`}>
            {mine > 0
              ? t('toDecide', { count: mine })
              : all > 0
                ? t('waiting', { count: all })
                : proposals.proposals.length > 0
                  ? t('seeProposals')
                  : t('noProposals')}
          </Link>
        )}
        {may && <Link to={`/texts/${text}/integrate`}>{t('integrate')}</Link>}
        {covered && <Link to="/workshops/coverage">{v('title')}</Link>}
      </p>
    </Section>
  )
}
