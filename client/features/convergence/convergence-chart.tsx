/**
 * [A6] A bar for each version and one for now: its paragraphs by standing. Each standing has its own pattern and its
 * figure, so that the chart reads without colour; each bar says in words what it shows.
 */
import { useId } from 'react'
import type { Standing } from '../../../shared/model/convergence.ts'
import type { ConvergencePoint, ConvergenceView } from '../../../shared/protocol/convergence-views.ts'
import { convergence } from '../../i18n/messages/convergence.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { type BarPart, barParts, shownStandings } from './bar-parts.ts'
import styles from './convergence-chart.module.css'
import { Patterns, patternOf } from './patterns.tsx'
import { usePointName } from './point-name.ts'

export function ConvergenceChart({ view }: { readonly view: ConvergenceView }) {
  const id = useId()
  return (
    <figure className={styles.chart}>
      <Patterns id={id} />
      <ol className={styles.bars}>
        {view.points.map(point => (
          <Bar key={`${point.place.id} ${point.now}`} point={point} view={view} patterns={id} />
        ))}
      </ol>
      <Legend view={view} patterns={id} />
    </figure>
  )
}

type BarProps = {
  readonly point: ConvergencePoint
  readonly view: ConvergenceView
  readonly patterns: string
}

function Bar({ point, view, patterns }: BarProps) {
  const t = useText(convergence)
  const { label, when } = usePointName()(point)
  const saying = useSaying(view)
  const language = useLanguage()
  const { counts } = point
  const parts = barParts(counts)
  return (
    <li className={styles.row} data-now={point.now || undefined}>
      <span className={styles.name}>
        <strong>{label}</strong> <span>{when}</span>
      </span>
      <svg
        className={styles.bar}
        role="img"
        aria-label={t('barLabel', {
          point: `${label}, ${when}`,
          count: counts.units,
          parts: parts
            .map(({ standing, count }) => saying(standing, count))
            .join(language === 'ja' ? '、' : ', '),
        })}
      >
        {parts.map(part => (
          <Segment key={part.standing} part={part} patterns={patterns} />
        ))}
      </svg>
      <Besides point={point} view={view} />
    </li>
  )
}

/** Narrower than this there is no room for a figure; the legend and the table have it. */
const ROOM_FOR_FIGURE = 0.06

function Segment({
  part: { standing, count, from, to },
  patterns,
}: {
  readonly part: BarPart
  readonly patterns: string
}) {
  return (
    <>
      <rect
        x={percent(from)}
        width={percent(to - from)}
        height="100%"
        fill={patternOf(standing, patterns)}
        className={styles.segment}
        data-standing={standing}
      />
      {to - from >= ROOM_FOR_FIGURE && (
        <text x={percent((from + to) / 2)} y="50%" className={styles.figure} data-standing={standing}>
          {count}
        </text>
      )}
    </>
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}

/** What is said besides the standing: it does not add up with it. */
function Besides({ point: { counts, base }, view }: Omit<BarProps, 'patterns'>) {
  const t = useText(convergence)
  const said = [
    ...(counts.brackets > 0 ? [t('brackets', { count: counts.brackets })] : []),
    ...(base !== null && counts.amended > 0 ? [t('besidesAmended', { count: counts.amended })] : []),
    ...(view.showsThreads && counts.discussed > 0
      ? [t('besidesDiscussed', { count: counts.discussed })]
      : []),
  ]
  return said.length > 0 && <span className={styles.besides}>{said.join(' · ')}</span>
}

/** Under the bar of now, and with its figures: where a part is too narrow for one it stands here. */
function Legend({ view, patterns }: { readonly view: ConvergenceView; readonly patterns: string }) {
  const saying = useSaying(view)
  const now = view.points.at(-1)
  const used = shownStandings(view).filter(standing => view.points.some(({ counts }) => counts[standing] > 0))
  return (
    <figcaption>
      <ul className={styles.legend}>
        {used.map(standing => (
          <li key={standing}>
            <svg className={styles.swatch} aria-hidden="true">
              <rect
                width="100%"
                height="100%"
                fill={patternOf(standing, patterns)}
                className={styles.segment}
                data-standing={standing}
              />
            </svg>
            {saying(standing, now?.counts[standing] ?? 0)}
          </li>
        ))}
      </ul>
    </figcaption>
  )
}

/** The name of a standing for this reader. */
export function useStandingName(
  view: Pick<ConvergenceView, 'showsAgreement'>,
): (standing: Standing) => string {
  const t = useText(convergence)
  return standing =>
    standing === 'open' && !view.showsAgreement ? t('unbracketed') : t(`standing.${standing}`)
}

/** « 12 convenus », 合意済み12. */
function useSaying(view: ConvergenceView): (standing: Standing, count: number) => string {
  const name = useStandingName(view)
  const language = useLanguage()
  return (standing, count) => (language === 'ja' ? `${name(standing)}${count}` : `${count} ${name(standing)}`)
}
