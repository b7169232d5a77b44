import { Link } from 'react-router'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { useText } from '../../i18n/use-text.ts'
import { undecidedAddress } from './undecided-address.ts'
import { useUndecidedCount } from './use-amendments.ts'

/** How many amendments wait for a decision, with the way to them; nothing where there is no answer to decide on. */
export function UndecidedLink({ view }: { readonly view: DraftView }) {
  const t = useText(amendments)
  const count = useUndecidedCount(view)
  if (count === null) return null
  return (
    <Link to={undecidedAddress(view.draft.id, count > 0)} preventScrollReset replace>
      <span aria-hidden="true">{count > 0 ? STATE_SIGNS.undecided : '✓'} </span>
      {count > 0 ? t('toDecide', { count }) : t('noneToDecide')}
    </Link>
  )
}
