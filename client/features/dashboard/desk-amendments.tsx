/** [D1] How far the amendments in one's draft are decided, and what became of one's own in the version that arrived. */
import { Link } from 'react-router'
import type { DeskView } from '../../../shared/protocol/views.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import { desk as deskWords } from '../../i18n/messages/desk.ts'
import { fates as fateWords } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import { undecidedAddress } from '../amendments/undecided-address.ts'
import { fatesAddress } from '../fates/fates-address.ts'
import styles from './desk.module.css'

export function DeskAmendments({ desk, text }: { readonly desk: DeskView; readonly text: string }) {
  return (
    <>
      {desk.toDecide
        .filter(line => line.text === text)
        .map(line => (
          <ToDecide key={line.draft} line={line} />
        ))}
      {desk.fates
        .filter(line => line.text === text)
        .map(line => (
          <Fates key={line.version.id} line={line} />
        ))}
    </>
  )
}

function ToDecide({ line }: { readonly line: DeskView['toDecide'][number] }) {
  const t = useText(deskWords)
  const { undecided, amendments, answer, draft } = line
  if (amendments === 0) return null
  return undecided > 0 ? (
    <p className={styles.textState}>
      <span aria-hidden="true">{STATE_SIGNS.undecided} </span>
      {t('to-decide', { count: undecided, amendments, answer: answer.label })}
    </p>
  ) : (
    <p className={styles.textState}>
      <span aria-hidden="true">✓ </span>
      {t('all-decided', { count: amendments, answer: answer.label })}{' '}
      <Link to={undecidedAddress(draft, false)}>{t('see-decisions')}</Link>
    </p>
  )
}

function Fates({ line }: { readonly line: DeskView['fates'][number] }) {
  const t = useText(deskWords)
  const f = useText(fateWords)
  const { version, counts } = line
  const { fates, amendments, differing } = counts
  if (amendments === 0) return null
  return (
    <>
      <p className={styles.received}>
        {t('fates', {
          count: amendments,
          version: version.label,
          taken: f('fates.taken', { count: fates.taken }),
          inPart: f('fates.in-part', { count: fates['in-part'] }),
          notTaken: f('fates.not-taken', { count: fates['not-taken'] }),
        })}{' '}
        <Link to={fatesAddress(version.id)}>{t('see-fates')}</Link>
      </p>
      {differing > 0 && (
        <p className={styles.difference}>
          <span aria-hidden="true">▲ </span>
          {f('differing', { count: differing })}
        </p>
      )}
    </>
  )
}
