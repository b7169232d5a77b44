/** The seals of both sides beside each other: an empty place, or who sealed which hash, when. */
import { useState } from 'react'
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import type { AdoptionView, SealView } from '../../../shared/protocol/adoption-views.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { useText } from '../../i18n/use-text.ts'
import { askAgain, queryClient, useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { Section } from '../../ui/page.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Fingerprint } from '../texts/fingerprint.tsx'
import styles from './adoption.module.css'

const TOUCHES = ['GET /api/texts/:id/adoption', 'GET /api/texts/:id', 'GET /api/desk'] as const

export function Seals({ view }: { readonly view: AdoptionView }) {
  const t = useText(adoption)
  const { readiness, seals, sealsFor } = view
  return (
    <Section title={t('seals')}>
      <p className={styles.lead}>{t('seals-lead')}</p>
      {readiness && (
        <p className={styles.textNow}>
          <span className={styles.fine}>{t('text-now')}</span>
          <Fingerprint sha256={readiness.sha256} label={t('text-label')} whole />
        </p>
      )}
      <SealPair seals={seals}>
        {(side, seal) => side === sealsFor && <OwnSeal view={view} seal={seal} side={side} />}
      </SealPair>
    </Section>
  )
}

/** `children` is what the reader may do with a side's seal. */
export function SealPair({
  seals,
  children,
}: {
  readonly seals: readonly SealView[]
  readonly children?: (side: Side, seal: SealView | undefined) => React.ReactNode
}) {
  return (
    <ul className={styles.pair}>
      {SIDES.map(side => {
        const seal = seals.find(each => each.side === side)
        return (
          <li key={side} className={styles.seal} data-side={side} data-state={stateOf(seal)}>
            <SealWords side={side} seal={seal} />
            {children?.(side, seal)}
          </li>
        )
      })}
    </ul>
  )
}

function stateOf(seal: SealView | undefined): 'none' | 'given' | 'void' {
  if (!seal) return 'none'
  return seal.void ? 'void' : 'given'
}

function SealWords({ side, seal }: { readonly side: Side; readonly seal: SealView | undefined }) {
  const t = useText(adoption)
  const state = stateOf(seal)
  return (
    <>
      <span className={styles.stamp} aria-hidden="true" />
      <div className={styles.said}>
        <h3>
          <SideMark side={side} />
        </h3>
        <p className={styles.state}>{t(`state.${state}`)}</p>
        {seal && (
          <>
            {seal.by && (
              <p>
                <Label of={seal.by} />
              </p>
            )}
            <p className={styles.when}>
              <InstantLines at={seal.at} />
            </p>
            <p>
              <Fingerprint sha256={seal.sha256} label={t('seal-label')} />
            </p>
            {state === 'void' && (
              <p className={styles.void}>
                <span aria-hidden="true">▲ </span>
                {t(`void-${side}`)}
              </p>
            )}
          </>
        )}
      </div>
    </>
  )
}

/** What the chair of this side does: seal what is shown, or take the seal back. */
function OwnSeal({
  view: { text, readiness, seals },
  seal,
  side,
}: {
  readonly view: AdoptionView
  readonly seal: SealView | undefined
  readonly side: Side
}) {
  const t = useText(adoption)
  const say = useToast()
  const [asking, setAsking] = useState(false)
  const params = { id: text.id }
  const give = useAct('POST /api/texts/:id/seals', TOUCHES)
  const takeBack = useAct('POST /api/texts/:id/seals/withdrawal', TOUCHES)
  if (!readiness) return null
  const given = seal !== undefined && !seal.void
  const last = seals.some(each => each.side !== side && !each.void)
  const act = async () => {
    try {
      const { adopted } = await give.mutateAsync({ params, body: { sha256: readiness.sha256 } })
      say(t(adopted ? 'adopted-now' : 'sealed-now'))
    } catch (error) {
      // The text may have changed under the reader's eyes: it is shown as it is now.
      await askAgain(queryClient, ['GET /api/texts/:id/adoption'])
      throw error
    }
  }
  return (
    <div className={styles.own}>
      {!given && readiness.obstacles.length > 0 && <p className={styles.how}>{t('seal-wait')}</p>}
      {!given && readiness.obstacles.length === 0 && (
        <Button kind="primary" onClick={() => setAsking(true)}>
          {t(`seal-for-${side}`)}
        </Button>
      )}
      {seal && (
        <Button
          busy={takeBack.isPending}
          onClick={() => takeBack.mutate({ params }, { onSuccess: () => say(t('taken-back')) })}
        >
          {t('seal-take-back')}
        </Button>
      )}
      {takeBack.error && <FailureNotice error={takeBack.error} />}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('confirm-title')}
        description={t(last ? 'confirm-last' : 'confirm-text')}
        act={act}
        actLabel={t(last ? 'seal-and-adopt' : 'seal')}
      >
        <p className={styles.sealing}>
          <code>{readiness.sha256}</code>
        </p>
      </ConfirmDialog>
    </div>
  )
}
