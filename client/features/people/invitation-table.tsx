import { useState } from 'react'
import type { InvitationView } from '../../../shared/protocol/views.ts'
import { onOneClock } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { people } from '../../i18n/messages/people.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Label } from '../../ui/label.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import table from '../../ui/table.module.css'
import { useToast } from '../../ui/toast.tsx'

/** The invitations that were made, and what became of them. The links themselves are not kept. */
export function InvitationTable({ invitations }: { readonly invitations: readonly InvitationView[] }) {
  const t = useText(people)
  const words = useText(common)
  const language = useLanguage()
  const { zone } = useSession().person
  const [withdrawing, setWithdrawing] = useState<InvitationView | null>(null)
  if (invitations.length === 0) return <p className={table.faint}>{t('no-invitations')}</p>
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('mandate')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('expires')}</th>
            <th scope="col">
              <span className="unseen">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map(invitation => (
            <tr key={invitation.id}>
              <th scope="row">
                <p>
                  <Label of={invitation.title} />
                </p>
                <p className={table.faint}>
                  <SideMark side={invitation.side} /> · {words(`role.${invitation.role}`)}
                </p>
              </th>
              <td data-label={t('state')}>{t(`state.${invitation.state}`)}</td>
              <td data-label={t('expires')}>
                <span className={table.faint}>{onOneClock(invitation.expiresAt, language, zone)}</span>
              </td>
              <td className={table.end}>
                {invitation.state === 'open' && (
                  <Button
                    aria-label={t('withdraw-named', { title: labelIn(invitation.title, language).text })}
                    onClick={() => setWithdrawing(invitation)}
                  >
                    {t('withdraw')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {withdrawing && <WithdrawDialog invitation={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

function WithdrawDialog({
  invitation,
  onClose,
}: {
  readonly invitation: InvitationView
  readonly onClose: () => void
}) {
  const t = useText(people)
  const language = useLanguage()
  const toast = useToast()
  const withdraw = useAct('DELETE /api/invitations/:id', ['GET /api/people'])
  return (
    <ConfirmDialog
      open
      onOpenChange={open => open || onClose()}
      title={t('withdraw-title')}
      description={t('withdraw-text', { title: labelIn(invitation.title, language).text })}
      actLabel={t('withdraw')}
      danger
      act={async () => {
        await withdraw.mutateAsync({ params: { id: invitation.id } })
        toast(t('withdrawn'))
      }}
    />
  )
}
