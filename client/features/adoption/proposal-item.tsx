/** A corrigendum that is asked for: what it would change, and what the reader may say of it. */
import { useState } from 'react'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { CorrigendumProposalView } from '../../../shared/protocol/adoption-views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './adoption.module.css'
import { Changes, Reason } from './corrigendum-item.tsx'

const TOUCHES = [
  'GET /api/texts/:id/adoption',
  'GET /api/versions/:id/corrigenda',
  'GET /api/awaiting',
] as const

export function ProposalItem({
  proposal,
  facts,
}: {
  readonly proposal: CorrigendumProposalView
  readonly facts: FactValues
}) {
  const t = useText(adoption)
  const { id, state, side, by, at, changes, reason, declined } = proposal
  return (
    <li className={styles.corrigendum} id={`asked-${id}`} data-state={state}>
      <h3 className={styles.asked}>
        <SideMark side={side} />
        <span className={styles.askedState}>
          {t(proposal.mayAnswer ? 'proposal-mine' : `proposal-${state}`)}
        </span>
      </h3>
      <Changes changes={changes} facts={facts} />
      <Reason reason={reason} />
      <dl className={styles.terms}>
        <div>
          <dt>{t('asked-by')}</dt>
          <dd>
            {by && <Label of={by} />} <InstantLines at={at} />
          </dd>
        </div>
        {declined && (
          <div>
            <dt>{t('declined-because')}</dt>
            <dd>{declined.reason && <Label of={declined.reason} />}</dd>
          </div>
        )}
      </dl>
      <Acts proposal={proposal} />
    </li>
  )
}

function Acts({ proposal: { id, mayAnswer, mayWithdraw } }: { readonly proposal: CorrigendumProposalView }) {
  const t = useText(adoption)
  const say = useToast()
  const language = useLanguage() === 'ja' ? 'ja' : 'fr'
  const [asking, setAsking] = useState<'consent' | 'decline' | 'withdraw' | null>(null)
  const [why, setWhy] = useState('')
  const answer = useAct('POST /api/corrigenda/:id/answer', TOUCHES)
  const withdraw = useAct('DELETE /api/corrigenda/:id', TOUCHES)
  const params = { id }
  const acts = {
    consent: async () => {
      await answer.mutateAsync({ params, body: { outcome: 'consented', reason: null } })
      say(t('made'))
    },
    decline: async () => {
      const reason = { fr: '', ja: '', [language]: why }
      await answer.mutateAsync({ params, body: { outcome: 'declined', reason } })
      say(t('declined'))
    },
    withdraw: async () => {
      await withdraw.mutateAsync({ params })
      say(t('withdrawn'))
    },
  }
  if (!mayAnswer && !mayWithdraw) return null
  return (
    <div className={styles.actions}>
      {mayAnswer && (
        <>
          <Button kind="primary" onClick={() => setAsking('consent')}>
            {t('consent')}
          </Button>
          <Button onClick={() => setAsking('decline')}>{t('decline')}</Button>
        </>
      )}
      {mayWithdraw && <Button onClick={() => setAsking('withdraw')}>{t('withdraw')}</Button>}
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={open => open || setAsking(null)}
          title={t(`${asking}-title`)}
          {...(asking === 'consent' ? { description: t('consent-text') } : {})}
          act={acts[asking]}
          actLabel={t(asking)}
        >
          {asking === 'decline' && (
            <TextAreaField
              label={t('decline-reason')}
              lang={language}
              value={why}
              onChange={event => setWhy(event.target.value)}
              maxLength={5000}
            />
          )}
        </ConfirmDialog>
      )}
    </div>
  )
}
