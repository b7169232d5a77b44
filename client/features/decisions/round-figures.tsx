/** How many amendments and threads there are, and how they ended. */
import { OUTCOMES } from '../../../shared/model/amendment.ts'
import { countBy } from '../../../shared/model/count-by.ts'
import type { RoundView } from '../../../shared/protocol/round-views.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { useText } from '../../i18n/use-text.ts'
import { OutcomeCountList } from '../fates/outcome-count-list.tsx'
import styles from './decisions-sheet.module.css'
import { entriesOf } from './shown-entries.ts'

export function RoundFigures({ view }: { readonly view: RoundView }) {
  const t = useText(decisions)
  const entries = entriesOf(view)
  const amendments = entries.flatMap(({ amendment }) => amendment ?? [])
  const threads = entries.flatMap(entry => entry.threads)
  const { state } = view.end
  const decided = state === 'transmitted' || state === 'draft'
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t('amendments', { count: amendments.length })}</dt>
        <dd>
          {decided ? (
            <OutcomeCountList
              counts={countBy(OUTCOMES, amendments, ({ decision }) => decision?.outcome ?? null)}
              without={amendments.filter(({ decision }) => !decision).length}
              open={state === 'draft'}
            />
          ) : (
            t(state)
          )}
        </dd>
      </div>
      {threads.length > 0 && (
        <div>
          <dt>{t('threads', { count: threads.length })}</dt>
          <dd>{t('openThreads', { count: threads.filter(({ resolved }) => !resolved).length })}</dd>
        </div>
      )}
    </dl>
  )
}
