import { Link } from 'react-router'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { useText } from '../../i18n/use-text.ts'
import { waitingIn } from '../integration/proposal-list.tsx'
import { useJointProposals } from '../integration/use-integration.ts'
import { undecidedAddress } from './undecided-address.ts'
import { useUndecidedCount } from './use-amendments.ts'

/** How many amendments wait, of an answer or from workshops, with the way to them; nothing where there are none. */
export function UndecidedLink({ view }: { readonly view: DraftView }) {
  const t = useText(amendments)
  const w = useText(integration)
  const undecided = useUndecidedCount(view)
  const proposals = useJointProposals(view)
  const waits = proposals && waitingIn(proposals)
  const count = waits ? waits.all : undecided
  if (count === null) return null
  const words = waits
    ? waits.mine > 0
      ? w('toDecide', { count: waits.mine })
      : waits.all > 0
        ? w('waiting', { count: waits.all })
        : w('noneToDecide')
    : count > 0
      ? t('toDecide', { count })
      : t('noneToDecide')
  return (
    <Link to={undecidedAddress(view.draft.id, count > 0)} preventScrollReset replace>
      <span aria-hidden="true">{count > 0 ? STATE_SIGNS.undecided : '✓'} </span>
      {words}
    </Link>
  )
}
