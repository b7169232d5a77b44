/** The versions of a text in order: who transmitted, when, whether late, received, and what one can do. */
import { useState } from 'react'
import { Link } from 'react-router'
import { answersAmong } from '../../../shared/model/round.ts'
import type { TextView, VersionView } from '../../../shared/protocol/views.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { texts } from '../../i18n/messages/texts.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import { decisionsTableAddress } from '../decisions/decisions-address.ts'
import { fatesAddress } from '../fates/fates-address.ts'
import { SaidOfVersion } from '../workshop-texts/said-of-version.tsx'
import { Fingerprint } from './fingerprint.tsx'
import styles from './version-table.module.css'
import { LateMark, ReceiptWords, VersionFrom } from './version-words.tsx'

export function VersionTable({ view }: { readonly view: TextView }) {
  const t = useText(texts)
  const w = useText(workshopTexts)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('version')}</th>
            <th scope="col">{t('from')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{view.text.workshop ? w('secretariat-says') : t('receipt')}</th>
            <th scope="col">{t('fingerprint')}</th>
            <th scope="col">
              <span className="unseen">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.versions.map((version, index) => (
            <VersionRow key={version.id} version={version} previous={view.versions[index - 1]} view={view} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type VersionRowProps = {
  readonly version: VersionView
  readonly previous: VersionView | undefined
  readonly view: TextView
}

function VersionRow({ version, previous, view }: VersionRowProps) {
  const t = useText(texts)
  const f = useText(fates)
  const d = useText(decisions)
  return (
    <tr>
      <th scope="row" className={styles.label}>
        <Link to={`/versions/${version.id}`}>{version.label}</Link>
        {version.openedToLargeCommittee && <span className={styles.opened}>{t('opened')}</span>}
      </th>
      <td>
        <VersionFrom version={version} />
      </td>
      <td className={styles.when}>
        <InstantLines at={version.madeAt} />
        <LateMark version={version} />
      </td>
      <td>
        {view.text.workshop ? (
          <SaidOfVersion version={version} />
        ) : (
          <>
            <ReceiptWords version={version} />
            <AcknowledgeButton version={version} view={view} />
          </>
        )}
      </td>
      <td>
        <Fingerprint sha256={version.sha256} label={version.label} />
      </td>
      <td className={styles.acts}>
        {view.abilities.compare && previous && (
          <Link to={compareLink(`version:${previous.id}`, `version:${version.id}`)}>
            {t('comparePrevious')}
            <span className="unseen"> – {version.label}</span>
          </Link>
        )}
        {view.abilities.compare && view.draft && (
          <Link to={compareLink(`version:${version.id}`, `draft:${view.draft.id}`)}>
            {t('compareDraft')}
            <span className="unseen"> – {version.label}</span>
          </Link>
        )}
        {version.decisions && (
          <Link to={fatesAddress(version.id)}>
            {f('link')}
            <span className="unseen"> – {version.label}</span>
          </Link>
        )}
        {answersAmong(view.versions).includes(version) && (
          <Link to={decisionsTableAddress(view.text.id, version.id)}>
            {d('link')}
            <span className="unseen"> – {version.label}</span>
          </Link>
        )}
        <MoreActions version={version} mayOpen={view.abilities.openToLargeCommittee} />
      </td>
    </tr>
  )
}

/** Offered to those who may, on versions of the other side that nobody has acknowledged. */
export function AcknowledgeButton({
  version,
  view,
}: {
  readonly version: VersionView
  readonly view: Pick<TextView, 'abilities'>
}) {
  const t = useText(texts)
  const say = useToast()
  const { mandates } = useSession()
  const acknowledge = useAct('POST /api/versions/:id/receipt', [
    'GET /api/texts/:id',
    'GET /api/versions/:id',
    'GET /api/desk',
  ])
  const fromOtherSide =
    version.side !== null && mandates.some(mandate => mandate.side !== null && mandate.side !== version.side)
  if (!view.abilities.acknowledge || version.receipt || !fromOtherSide) return null
  return (
    <div className={styles.acknowledge}>
      <Button
        busy={acknowledge.isPending}
        onClick={() =>
          // The button goes when the receipt is there, which may be before the answer: the word is said all the same.
          acknowledge.mutateAsync({ params: { id: version.id } }).then(
            () => say(t('acknowledged', { label: version.label })),
            () => {
              // Said beside the button, by `error`.
            },
          )
        }
      >
        {t('acknowledge')}
      </Button>
      {acknowledge.error && <FailureNotice error={acknowledge.error} />}
    </div>
  )
}

function MoreActions({ version, mayOpen }: { readonly version: VersionView; readonly mayOpen: boolean }) {
  const t = useText(texts)
  const say = useToast()
  const [asking, setAsking] = useState(false)
  const open = useAct('POST /api/versions/:id/opening', ['GET /api/texts/:id', 'GET /api/versions/:id'])
  return (
    <>
      <Menu
        trigger={
          <button type="button" className={styles.more} aria-label={t('more', { label: version.label })}>
            <span aria-hidden="true">⋯</span>
          </button>
        }
      >
        <MenuItem onSelect={() => window.location.assign(canonicalAddress(version))}>
          {t('download')}
        </MenuItem>
        {mayOpen && !version.openedToLargeCommittee && (
          <MenuItem onSelect={() => setAsking(true)}>{t('openToLarge')}</MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('openToLargeTitle', { label: version.label })}
        description={t('openToLargeWords')}
        actLabel={t('openToLarge')}
        act={async () => {
          await open.mutateAsync({ params: { id: version.id } })
          say(t('openedNow', { label: version.label }))
        }}
      />
    </>
  )
}

/** The file whose SHA-256 is the version's; the server sends it as a download. */
export function canonicalAddress(version: Pick<VersionView, 'id'>): string {
  return `/api/versions/${encodeURIComponent(version.id)}/canonical`
}
