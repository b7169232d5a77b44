/** What one may do with an open thread: reply, resolve, assign, copy it for the other side, pass on its address. */
import type { MandateId } from '../../../shared/model/ids.ts'
import { isInternal } from '../../../shared/model/thread.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuChoices, MenuItem, MenuRule } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { HungThread } from './hung-threads.ts'
import { quotedWords } from './mention-text.ts'
import { threadAddress } from './thread-address.ts'
import styles from './thread-card.module.css'
import { useCallNames, useMentionName } from './thread-words.ts'
import type { ThreadDesk } from './use-thread-desk.ts'

type ThreadActionsProps = {
  readonly hung: HungThread
  readonly desk: ThreadDesk
  readonly onReply: () => void
  /** Does something, and says in the card when it failed. */
  readonly run: (act: () => Promise<void>) => void
}

export function ThreadActions({ hung, desk, onReply, run }: ThreadActionsProps) {
  const t = useText(threads)
  const { thread } = hung
  const { acts } = desk
  return (
    <div className={styles.actions}>
      {thread.mayComment && (
        <>
          <Button data-letter="r" onClick={onReply}>
            {t('reply')}
          </Button>
          <Button
            data-letter="e"
            onClick={() => run(() => (thread.resolved ? acts.reopen(thread.id) : acts.resolve(thread.id)))}
          >
            {t(thread.resolved ? 'reopen' : 'resolve')}
          </Button>
        </>
      )}
      <MoreActions hung={hung} desk={desk} run={run} />
    </div>
  )
}

function MoreActions({ hung, desk, run }: Omit<ThreadActionsProps, 'onReply'>) {
  const t = useText(threads)
  const b = useText(brackets)
  const say = useToast()
  const { thread } = hung
  const { copyToShared } = desk
  const nameOf = useMentionName(desk.view?.called ?? {})
  const first = thread.comments.find(({ body }) => body !== null)?.body
  const copyLink = async () => {
    const address = new URL(threadAddress(desk.place, thread.id), location.href).href
    await navigator.clipboard.writeText(address)
    say(t('linkCopied'))
  }
  return (
    <Menu
      trigger={
        <Button kind="plain" aria-label={t('more')} title={t('more')}>
          ⋯
        </Button>
      }
    >
      <MenuItem onSelect={() => desk.toText(hung)}>{t('toPassage')}</MenuItem>
      {thread.mayComment && isInternal(thread) && copyToShared && first && (
        <MenuItem onSelect={() => copyToShared(hung, `${quotedWords(first, nameOf)}\n`)}>
          {t('copyToShared')}
        </MenuItem>
      )}
      {desk.putInBrackets && hung.location.state === 'passage' && (
        <MenuItem onSelect={() => desk.putInBrackets?.(hung)}>{b('fromThread')}</MenuItem>
      )}
      <MenuItem onSelect={() => void copyLink().catch(() => {})}>{t('copyLink')}</MenuItem>
      {thread.mayComment && (
        <>
          <MenuRule />
          <AssignChoices hung={hung} desk={desk} run={run} />
        </>
      )}
    </Menu>
  )
}

/** Those who may read the thread. */
function AssignChoices({ hung: { thread }, desk, run }: Omit<ThreadActionsProps, 'onReply'>) {
  const t = useText(threads)
  const names = useCallNames()
  const people = (desk.view?.people ?? []).filter(({ circles }) => circles.includes(thread.circle))
  const known = people.some(({ mandate }) => mandate === thread.assignee?.mandate)
  return (
    <MenuChoices
      label={t('assign')}
      value={thread.assignee?.mandate ?? ''}
      onChange={value => run(() => desk.acts.assign(thread.id, value === '' ? null : (value as MandateId)))}
      choices={[
        { value: '', text: t('nobody') },
        ...(thread.assignee && !known
          ? [{ value: thread.assignee.mandate as string, text: names.person(thread.assignee.title) }]
          : []),
        ...people.map(({ mandate, title, mine }) => ({
          value: mandate as string,
          text: mine ? `${names.person(title)} (${t('you')})` : names.person(title),
        })),
      ]}
    />
  )
}
