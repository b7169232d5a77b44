/** [A6] [D1] How far the declaration has converged, with the tables behind it. */
import { Link } from 'react-router'
import type { DeskView } from '../../../shared/protocol/views.ts'
import { convergence } from '../../i18n/messages/convergence.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Section } from '../../ui/page.tsx'
import styles from '../convergence/convergence-chart.module.css'
import { ConvergenceChart } from '../convergence/convergence-chart.tsx'

export function DeskConvergence({ desk: { texts } }: { readonly desk: DeskView }) {
  const declaration = texts.find(({ text }) => text.kind === 'declaration')
  return declaration ? <OfText id={declaration.text.id} /> : null
}

/** Nothing before there is a version to count; it stands beside what matters more, and does not say that it failed. */
function OfText({ id }: { readonly id: string }) {
  const t = useText(convergence)
  const { data } = useAsk('GET /api/texts/:id/convergence', { params: { id } })
  if (!data?.points.length) return null
  return (
    <Section title={t('title')}>
      <ConvergenceChart view={data} />
      <p className={styles.more}>
        <Link to={`/texts/${id}/convergence`}>{t('detail')}</Link>
      </p>
    </Section>
  )
}
