import { useState } from 'react'
import type { Fact } from '../../../shared/model/edition.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Takes a fact off the list, or puts it back. Where it is known to stand in a text there is nothing to press. */
export function WithdrawButton({
  fact,
  isUsed,
  name,
}: {
  readonly fact: Fact
  readonly isUsed: boolean
  readonly name: string
}) {
  const t = useText(facts)
  const toast = useToast()
  const act = useAct('PUT /api/facts/:id/withdrawal', ['GET /api/facts', 'GET /api/edition', 'GET /api/acts'])
  const [asking, setAsking] = useState(false)
  const say = async (withdrawn: boolean) => {
    await act.mutateAsync({ params: { id: fact.id }, body: { withdrawn } })
    toast(t(withdrawn ? 'withdrawn-done' : 'restored-done'))
  }
  if (fact.withdrawnAt !== null)
    return (
      <Button
        busy={act.isPending}
        aria-label={t('restore-named', { label: name })}
        onClick={() => void say(false)}
      >
        {t('restore')}
      </Button>
    )
  if (isUsed) return null
  return (
    <>
      <Button kind="plain" aria-label={t('withdraw-named', { label: name })} onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('withdraw-named', { label: name })}
        description={t('withdraw-lead')}
        act={() => say(true)}
        actLabel={t('withdraw')}
      />
    </>
  )
}
