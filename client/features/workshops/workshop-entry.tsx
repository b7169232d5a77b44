import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import type { Workshop } from '../../../shared/model/edition.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { participationCounts, slotMinutes } from '../../../shared/model/participation.ts'
import type { WorkshopsView, WorkshopView } from '../../../shared/protocol/workshop-views.ts'
import { clockSpans, onBothClocks } from '../../../shared/words/dates.ts'
import { workshops } from '../../i18n/messages/workshops.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Label } from '../../ui/label.tsx'
import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { workshopAddress } from '../workshop-texts/submission-address.ts'
import { SpeakingTime } from './speaking-time.tsx'
import styles from './workshops.module.css'

type EntryProps = {
  readonly view: WorkshopView
  readonly of: WorkshopsView
  readonly first: boolean
  readonly last: boolean
  readonly onKeyDown: (event: KeyboardEvent, workshop: Workshop) => void
  readonly edit: (workshop: Workshop) => void
  readonly move: (workshop: Workshop, by: -1 | 1) => void
  readonly remove: (workshop: Workshop) => void
}

/** One workshop: its titles as they will be printed, who leads it, where and when, and who comes. */
export function WorkshopEntry({ view, of, onKeyDown, ...acts }: EntryProps) {
  const t = useText(workshops)
  const { workshop } = view
  return (
    // The keys are those of its menu's button, which has the focus.
    <li className={styles.entry} onKeyDown={event => onKeyDown(event, workshop)}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <Link className={styles.number} to={workshopAddress(workshop.id)}>
            {t('number', { number: workshop.number })}
          </Link>
          {LANGUAGES.map(
            language =>
              workshop.title[language] && (
                <span key={language} lang={language}>
                  {workshop.title[language]}
                </span>
              ),
          )}
        </h2>
        {of.mayRun && <EntryMenu workshop={workshop} {...acts} />}
      </header>
      <p className={styles.status}>
        {workshop.status !== 'confirmed' && <span aria-hidden="true">△ </span>}
        {t(`status.${workshop.status}`)}
        {workshop.aliases.length > 0 && (
          <span className={styles.aliases}>
            {' · '}
            {t('aliases', { names: workshop.aliases.join(' / ') })}
          </span>
        )}
      </p>
      <dl className={styles.terms}>
        <div>
          <dt>{t('leads')}</dt>
          {SIDES.map(side => (
            <dd key={side}>
              <Leads side={side} view={view} />
            </dd>
          ))}
        </div>
        <div>
          <dt>{t('where')}</dt>
          <dd>{workshop.room ? <Label of={workshop.room} /> : <Missing>{t('no-room')}</Missing>}</dd>
        </div>
        <div>
          <dt>{t('when')}</dt>
          <dd>
            <Slot workshop={workshop} />
          </dd>
        </div>
        <Counts view={view} of={of} />
      </dl>
    </li>
  )
}

function EntryMenu({
  workshop,
  first,
  last,
  edit,
  move,
  remove,
}: Omit<EntryProps, 'view' | 'of' | 'onKeyDown'> & { readonly workshop: Workshop }) {
  const t = useText(workshops)
  return (
    <Menu
      trigger={
        <Button aria-label={t('actions-for', { number: workshop.number })}>
          {t('actions')} <span aria-hidden="true">▾</span>
        </Button>
      }
    >
      <MenuItem onSelect={() => edit(workshop)}>{t('edit')}</MenuItem>
      <MenuItem disabled={first} onSelect={() => move(workshop, -1)}>
        {t('move-up')}
      </MenuItem>
      <MenuItem disabled={last} onSelect={() => move(workshop, 1)}>
        {t('move-down')}
      </MenuItem>
      <MenuRule />
      <MenuItem danger onSelect={() => remove(workshop)}>
        {t('remove')}
      </MenuItem>
    </Menu>
  )
}

/** The leads of a side by their mandates; that there is none is said. */
export function Leads({ side, view }: { readonly side: Side; readonly view: WorkshopView }) {
  const t = useText(workshops)
  // Two leads of a side may bear the same title, and have no other name here.
  const leads = view.leads.filter(
    (lead, index, all) =>
      lead.side === side &&
      all.findIndex(({ title, side: theirs }) => theirs === side && title.fr === lead.title.fr) === index,
  )
  return (
    <span className={styles.leads}>
      <SideMark side={side} />
      <span>
        {leads.length === 0 && <Missing>{t('no-lead')}</Missing>}
        {leads.map(({ title }) => (
          <span key={title.fr + title.ja} className={styles.leadName}>
            <Label of={title} />
          </span>
        ))}
      </span>
    </span>
  )
}

export function Missing({ children }: { readonly children: string }) {
  return (
    <span className={styles.missing}>
      <span aria-hidden="true">△ </span>
      {children}
    </span>
  )
}

/** From when to when, on both clocks. */
function Slot({ workshop: { startsAt, endsAt } }: { readonly workshop: Workshop }) {
  const t = useText(workshops)
  const language = useLanguage()
  if (startsAt === null) return <Missing>{t('no-slot')}</Missing>
  if (endsAt === null) return t('from', { when: onBothClocks(startsAt, language) })
  return (
    <>
      {clockSpans(startsAt, endsAt, language).map(({ side, name, text }) => (
        <span key={side} className={styles.clock}>
          {language === 'ja' ? `${text}（${name}）` : `${text} (${name})`}
        </span>
      ))}
    </>
  )
}

function Counts({ view: { workshop }, of }: Pick<EntryProps, 'view' | 'of'>) {
  const t = useText(workshops)
  const counts = participationCounts(workshop.id, of.participations, of.speech)
  return (
    <>
      <div>
        <dt>{t('choices')}</dt>
        <dd>{t('choices-are', { first: counts.firstChoices, second: counts.secondChoices })}</dd>
      </div>
      <div>
        <dt>{t('speaking')}</dt>
        <dd>
          {t('speaking-are', { count: counts.speaking })}
          {counts.speaking > 0 && (
            <span className={styles.clock}>
              {t('of-which', { alone: counts.alone, pairs: counts.pairs })}
            </span>
          )}
        </dd>
      </div>
      {counts.speaking > 0 && (
        <div>
          <dt>{t('time')}</dt>
          <dd>
            <SpeakingTime
              minutes={counts.minutes}
              interpreted={of.speech.interpreted}
              slot={slotMinutes(workshop)}
            />
          </dd>
        </div>
      )}
    </>
  )
}
