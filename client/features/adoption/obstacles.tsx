/** What still stands in the way, kind by kind, each unit with the link that leads to it. */
import { Link } from 'react-router'
import type { ObstacleUnit, ObstacleView, ReadinessView } from '../../../shared/protocol/adoption-views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Label } from '../../ui/label.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { unitAddress } from '../../ui/unit-address.ts'
import styles from './adoption.module.css'

type Where = { readonly text: string; readonly draft: string }

export function Obstacles({
  readiness: { obstacles, units, agreed },
  ...where
}: { readonly readiness: ReadinessView } & Where) {
  const t = useText(adoption)
  const count = obstacles.reduce((sum, { units: concerned }) => sum + Math.max(1, concerned.length), 0)
  return (
    <Section
      title={t('obstacles')}
      actions={
        <p className={styles.count}>
          {count > 0 && <span>{t('obstacle-count', { count })}</span>}
          <span>{t('agreed', { count: units, agreed: String(agreed) })}</span>
        </p>
      }
    >
      {obstacles.length === 0 ? (
        <Notice kind="good">{t('no-obstacle')}</Notice>
      ) : (
        <ul className={styles.obstacles}>
          {obstacles.map(obstacle => (
            <Group key={obstacle.kind} obstacle={obstacle} {...where} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Group({
  obstacle: { kind, units, facts },
  text,
  draft,
}: { readonly obstacle: ObstacleView } & Where) {
  const t = useText(adoption)
  return (
    <li className={styles.group}>
      <h3>
        <span className={styles.sign} aria-hidden="true">
          ▲{' '}
        </span>
        {t(`of.${kind}`)}
        {units.length > 0 && <span className={styles.number}>{units.length}</span>}
      </h3>
      <p className={styles.how}>{t(`how.${kind}`)}</p>
      {kind === 'stage-not-current' && <Link to="/plan">{t('to-plan')}</Link>}
      {facts.length > 0 && (
        <p className={styles.facts}>
          {facts.map(({ id, label }) => (
            <Link key={id} to="/facts">
              <Label of={label} />
            </Link>
          ))}
        </p>
      )}
      <ul className={styles.units}>
        {units.map(unit => (
          <li key={unit.unit}>
            <UnitLink
              unit={unit}
              to={
                kind === 'undecided-proposal'
                  ? `/texts/${text}/proposals`
                  : unitAddress(`/drafts/${draft}`, unit.unit)
              }
            />
          </li>
        ))}
      </ul>
    </li>
  )
}

/** By its number and first words: in the reader's language, else in the one that has any. */
function UnitLink({ unit: { number, words }, to }: { readonly unit: ObstacleUnit; readonly to: string }) {
  const t = useText(adoption)
  const preferred = useLanguage() === 'ja' ? 'ja' : 'fr'
  const said = words[preferred] ? preferred : preferred === 'ja' ? 'fr' : 'ja'
  return (
    <Link to={to} className={styles.unitLink}>
      <span className={styles.unitNumber}>
        {number === null ? t('unit-outside') : t('unit', { n: String(number) })}
      </span>{' '}
      {words[said] ? (
        <span lang={said}>{words[said]}</span>
      ) : (
        <span>{number !== null && t('unit-empty')}</span>
      )}
    </Link>
  )
}
