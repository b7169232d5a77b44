import { useState } from 'react'
import type { Mandate, Person } from '../../../shared/model/mandate.ts'
import type { PeopleView } from '../../../shared/protocol/views.ts'
import { onOneClock } from '../../../shared/words/dates.ts'
import { common } from '../../i18n/messages/common.ts'
import { people } from '../../i18n/messages/people.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useNow } from '../../now.ts'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Label } from '../../ui/label.tsx'
import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import table from '../../ui/table.module.css'
import { useToast } from '../../ui/toast.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import styles from './people.module.css'
import { SignInLinkDialog } from './sign-in-link-dialog.tsx'

type Row = PeopleView['people'][number]

/** What the menu of a person has opened. */
type Opened =
  | { readonly what: 'further' | 'link'; readonly person: Person }
  | { readonly what: 'end'; readonly person: Person; readonly mandate: Mandate }

export function PeopleTable({ people: rows }: { readonly people: readonly Row[] }) {
  const t = useText(people)
  const { administers } = useSession()
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('mandates')}</th>
            <th scope="col">{t('last-seen')}</th>
            {administers && (
              <th scope="col">
                <span className="unseen">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <PersonRow key={row.person.id} row={row} open={setOpened} />
          ))}
        </tbody>
      </table>
      {opened?.what === 'further' && <InviteDialog person={opened.person} onClose={close} />}
      {opened?.what === 'link' && <SignInLinkDialog person={opened.person} onClose={close} />}
      {opened?.what === 'end' && (
        <EndMandateDialog person={opened.person} mandate={opened.mandate} onClose={close} />
      )}
    </>
  )
}

function PersonRow({ row, open }: { readonly row: Row; readonly open: (opened: Opened) => void }) {
  const t = useText(people)
  const language = useLanguage()
  const { administers, person: reader } = useSession()
  const now = useNow()
  const { person, mandates, lastSeenAt } = row
  const current = mandates.filter(mandate => isCurrent(mandate, now))
  return (
    <tr>
      <th scope="row">
        <p>{person.name}</p>
        {person.login && <p className={table.faint}>{person.login}</p>}
      </th>
      <td data-label={t('mandates')}>
        <div>
          {current.length === 0 && <p className={table.faint}>{t('no-mandate')}</p>}
          {mandates.map(mandate => (
            <MandateWords key={mandate.id} mandate={mandate} current={isCurrent(mandate, now)} />
          ))}
        </div>
      </td>
      <td data-label={t('last-seen')}>
        <span className={table.faint}>
          {lastSeenAt ? onOneClock(lastSeenAt, language, reader.zone) : t('never')}
        </span>
      </td>
      {administers && (
        <td className={table.end}>
          <Menu
            trigger={
              <Button aria-label={t('actions-for', { name: person.name })}>
                {t('actions')} <span aria-hidden="true">▾</span>
              </Button>
            }
          >
            <MenuItem onSelect={() => open({ what: 'further', person })}>{t('further-mandate')}</MenuItem>
            <MenuItem onSelect={() => open({ what: 'link', person })}>{t('sign-in-link')}</MenuItem>
            {current.length > 0 && <MenuRule />}
            {current.map(mandate => (
              <MenuItem key={mandate.id} danger onSelect={() => open({ what: 'end', person, mandate })}>
                {t('end-mandate', { title: labelIn(mandate.title, language).text })}
              </MenuItem>
            ))}
          </Menu>
        </td>
      )}
    </tr>
  )
}

function MandateWords({ mandate, current }: { readonly mandate: Mandate; readonly current: boolean }) {
  const t = useText(people)
  const words = useText(common)
  const language = useLanguage()
  const { person: reader } = useSession()
  return (
    <div className={styles.mandate}>
      <p>
        <Label of={mandate.title} />
      </p>
      <p className={table.faint}>
        <SideMark side={mandate.side} /> · {words(`role.${mandate.role}`)}
        {!current && mandate.endsAt && (
          <> · {t('ended', { when: onOneClock(mandate.endsAt, language, reader.zone) })}</>
        )}
      </p>
    </div>
  )
}

function EndMandateDialog({
  person,
  mandate,
  onClose,
}: {
  readonly person: Person
  readonly mandate: Mandate
  readonly onClose: () => void
}) {
  const t = useText(people)
  const language = useLanguage()
  const toast = useToast()
  const end = useAct('POST /api/mandates/:id/end', ['GET /api/people', 'GET /api/session'])
  return (
    <ConfirmDialog
      open
      onOpenChange={open => open || onClose()}
      title={t('end-title')}
      description={t('end-text', { name: person.name, title: labelIn(mandate.title, language).text })}
      actLabel={t('end-act')}
      danger
      act={async () => {
        await end.mutateAsync({ params: { id: mandate.id } })
        toast(t('mandate-ended'))
      }}
    />
  )
}

/** `now` is this device's clock, half a minute old at most: what ends within two minutes counts as ended. */
function isCurrent({ endsAt }: Mandate, now: string): boolean {
  return endsAt === null || Date.parse(endsAt) - Date.parse(now) > 120_000
}
