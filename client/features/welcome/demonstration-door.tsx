import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { WelcomeView } from '../../../shared/protocol/views.ts'
import { common } from '../../i18n/messages/common.ts'
import { welcome } from '../../i18n/messages/welcome.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useEnter } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import styles from './welcome.module.css'

type DemonstrationMandate = WelcomeView['demonstrationMandates'][number]

/** The people of the demonstration by side, each a door. */
export function DemonstrationDoor({ mandates }: { readonly mandates: readonly DemonstrationMandate[] }) {
  const enter = useEnter()
  const signIn = useAct('POST /api/demonstration/sign-in')
  const sides: readonly (Side | null)[] = ['fra', 'jap', null]
  return (
    <>
      {signIn.error && <FailureNotice error={signIn.error} />}
      <div className={styles.sides}>
        {sides.map(side => (
          <SideDoors
            key={side ?? 'none'}
            side={side}
            mandates={mandates.filter(mandate => mandate.side === side)}
            busy={signIn.isPending ? signIn.variables?.body.mandate : undefined}
            open={mandate => signIn.mutate({ body: { mandate } }, { onSuccess: enter })}
          />
        ))}
      </div>
    </>
  )
}

function SideDoors({
  side,
  mandates,
  busy,
  open,
}: {
  readonly side: Side | null
  readonly mandates: readonly DemonstrationMandate[]
  readonly busy: string | undefined
  readonly open: (mandate: string) => void
}) {
  const t = useText(welcome)
  const words = useText(common)
  const language = useLanguage()
  if (mandates.length === 0) return null
  return (
    <section className={styles.side}>
      <h2>
        <SideMark side={side} />
      </h2>
      <ul>
        {mandates.map(({ mandate, title, role }) => {
          const label = labelIn(title, language)
          return (
            <li key={mandate} className={styles.door}>
              <div>
                <p lang={label.lang}>{label.text}</p>
                <p className={styles.role}>{words(`role.${role}`)}</p>
              </div>
              <Button
                aria-label={t('enter-as', { title: label.text })}
                busy={busy === mandate}
                onClick={() => open(mandate)}
              >
                {t('enter')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
