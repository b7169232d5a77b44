import { describe, expect, test } from 'vitest'
import { mayHear } from '../../../server/policies/act-audience.ts'
import { answersFor, correctingMandate } from '../../../server/policies/adoption-policies.ts'
import {
  abilitiesOf,
  actingMandate,
  mayAcknowledge,
  mayAskForTranslation,
  mayBeginDraft,
  mayComment,
  mayImport,
  mayOpenToLargeCommittee,
  mayReadDraft,
  mayReadEdition,
  mayReadText,
  mayReadTranslations,
  mayReadVersion,
  mayRunEdition,
  maySeePerson,
  maySeePresence,
  mayTransmit,
  mayWriteDraft,
  sealsFor,
} from '../../../server/policies/policies.ts'
import { ACT_AUDIENCES } from '../../../shared/model/act-chain.ts'
import type { Audience, Side } from '../../../shared/model/bilingual-text.ts'
import type { Turn } from '../../../shared/model/edition.ts'
import type { WorkshopId } from '../../../shared/model/ids.ts'
import { activeMandates, type Mandate, type Role } from '../../../shared/model/mandate.ts'

const DECLARATION = { kind: 'declaration', workshop: null, adoptedAt: null } as const
const SUMMARY = (workshop: string) =>
  ({ kind: 'workshop-summary', workshop: workshop as WorkshopId, adoptedAt: null }) as const
const EDITION = { penholder: 'jap' } as const

/** Columns of the table. An organiser and an observer may hold their mandate for a side: it changes nothing. */
const WHO = {
  organiser: ['organiser', null],
  'organiser fra': ['organiser', 'fra'],
  'chair fra': ['chair', 'fra'],
  'drafter fra': ['drafter', 'fra'],
  'lead fra': ['lead', 'fra'],
  'reviewer fra': ['reviewer', 'fra'],
  'chair jap': ['chair', 'jap'],
  'drafter jap': ['drafter', 'jap'],
  'lead jap': ['lead', 'jap'],
  'reviewer jap': ['reviewer', 'jap'],
  observer: ['observer', null],
  'observer fra': ['observer', 'fra'],
  nobody: [null, null],
} as const satisfies Record<string, readonly [Role | null, Side | null]>
type Who = keyof typeof WHO
const EVERYBODY = Object.keys(WHO) as Who[]

function mandate(role: Role, side: Side | null, more: Partial<Mandate> = {}): Mandate {
  return {
    id: `${role} ${side}`,
    edition: 'edition',
    person: 'person',
    role,
    side,
    organisation: null,
    workshop: role === 'lead' ? 'workshop-1' : null,
    title: { fr: role, ja: role },
    startsAt: '2031-01-01T00:00:00.000Z',
    endsAt: null,
    ...more,
  } as Mandate
}

function mandatesOf(who: Who): Mandate[] {
  const [role, side] = WHO[who]
  return role === null ? [] : [mandate(role, side)]
}

const stage = (turn: Turn, state: 'current' | 'done' | 'pending' = 'current') => ({
  turn,
  state,
  adopts: false,
})
const ADOPTING = { ...stage('joint'), adopts: true }
const ADOPTED = { ...DECLARATION, adoptedAt: '2031-01-01T00:00:00.000Z' }
const draft = (audience: Audience, closedAt: string | null = null) => ({ audience, closedAt })
const version = (side: Side | null, openedToLargeCommittee = false) => ({
  origin: side === null ? ('import' as const) : ('transmission' as const),
  side,
  openedToLargeCommittee,
})

/** One act, and exactly those who may. */
const TABLE: readonly [act: string, may: (mandates: Mandate[]) => boolean, who: readonly Who[]][] = [
  ['know of the edition', mayReadEdition, EVERYBODY.filter(who => who !== 'nobody')],
  ['run the edition', mayRunEdition, ['organiser', 'organiser fra']],
  ['know of the declaration', m => mayReadText(m, DECLARATION), EVERYBODY.filter(who => who !== 'nobody')],
  [
    'know of a workshop’s text',
    m => mayReadText(m, { kind: 'workshop-summary', workshop: 'workshop-1' as never, adoptedAt: null }),
    EVERYBODY.filter(who => !['nobody', 'observer', 'observer fra'].includes(who)),
  ],
  [
    'import a text',
    m => mayImport(m, EDITION, 0),
    ['organiser', 'organiser fra', 'chair jap', 'drafter jap'],
  ],
  ['import a text after the first transmission', m => mayImport(m, EDITION, 1), []],
  [
    'read the draft of the French side',
    m => mayReadDraft(m, DECLARATION, draft('fra')),
    ['chair fra', 'drafter fra', 'reviewer fra'],
  ],
  [
    'read the draft of the Japanese side',
    m => mayReadDraft(m, DECLARATION, draft('jap')),
    ['chair jap', 'drafter jap', 'reviewer jap'],
  ],
  [
    'read the joint draft',
    m => mayReadDraft(m, DECLARATION, draft('joint')),
    ['chair fra', 'drafter fra', 'reviewer fra', 'chair jap', 'drafter jap', 'reviewer jap'],
  ],
  [
    'write the draft of the French side in its turn',
    m => mayWriteDraft(m, DECLARATION, draft('fra'), stage('fra')),
    ['chair fra', 'drafter fra'],
  ],
  [
    'write the draft of the Japanese side in its turn',
    m => mayWriteDraft(m, DECLARATION, draft('jap'), stage('jap')),
    ['chair jap', 'drafter jap'],
  ],
  [
    'write the joint draft in a joint stage',
    m => mayWriteDraft(m, DECLARATION, draft('joint'), stage('joint')),
    ['chair fra', 'drafter fra', 'chair jap', 'drafter jap'],
  ],
  ['write a draft out of turn', m => mayWriteDraft(m, DECLARATION, draft('fra'), stage('jap')), []],
  [
    'write a draft of a stage that is done',
    m => mayWriteDraft(m, DECLARATION, draft('fra'), stage('fra', 'done')),
    [],
  ],
  [
    'write a draft that was transmitted',
    m => mayWriteDraft(m, DECLARATION, draft('fra', 'then'), stage('fra')),
    [],
  ],
  ['write a draft of no stage', m => mayWriteDraft(m, DECLARATION, draft('fra'), null), []],
  ['begin the French draft', m => mayBeginDraft(m, DECLARATION, stage('fra')), ['chair fra', 'drafter fra']],
  ['begin a draft in the leads’ stage', m => mayBeginDraft(m, DECLARATION, stage('leads')), []],
  [
    'transmit the draft of the French side',
    m => mayTransmit(m, DECLARATION, draft('fra'), stage('fra')),
    ['chair fra'],
  ],
  [
    'transmit the joint draft',
    m => mayTransmit(m, DECLARATION, draft('joint'), stage('joint')),
    ['chair fra', 'chair jap'],
  ],
  [
    'write the joint draft that is to be adopted',
    m => mayWriteDraft(m, DECLARATION, draft('joint'), ADOPTING),
    ['chair fra', 'drafter fra', 'chair jap', 'drafter jap'],
  ],
  ['transmit what is to be adopted', m => mayTransmit(m, DECLARATION, draft('joint'), ADOPTING), []],
  [
    'seal what is to be adopted',
    m => sealsFor(m, DECLARATION, draft('joint'), ADOPTING) !== null,
    ['chair fra', 'chair jap'],
  ],
  ['seal what is transmitted', m => sealsFor(m, DECLARATION, draft('joint'), stage('joint')) !== null, []],
  ['seal what is adopted', m => sealsFor(m, ADOPTED, draft('joint'), ADOPTING) !== null, []],
  ['write what is adopted', m => mayWriteDraft(m, ADOPTED, draft('joint'), ADOPTING), []],
  ['begin a draft of what is adopted', m => mayBeginDraft(m, ADOPTED, stage('fra')), []],
  ['correct what is not adopted', m => correctingMandate(m, DECLARATION) !== undefined, []],
  ['correct what is adopted', m => correctingMandate(m, ADOPTED) !== undefined, ['chair fra', 'chair jap']],
  [
    'answer the French side’s corrigendum',
    m => answersFor(m, ADOPTED, { side: 'fra' }) !== null,
    ['chair jap'],
  ],
  ['transmit out of turn', m => mayTransmit(m, DECLARATION, draft('fra'), stage('jap')), []],
  [
    'read a version',
    m => mayReadVersion(m, version('jap')),
    EVERYBODY.filter(who => !['nobody', 'observer', 'observer fra'].includes(who)),
  ],
  [
    'read a version opened to the large committee',
    m => mayReadVersion(m, version('jap', true)),
    EVERYBODY.filter(who => who !== 'nobody'),
  ],
  [
    'acknowledge a version of the Japanese side',
    m => mayAcknowledge(m, version('jap'), null),
    ['chair fra', 'drafter fra'],
  ],
  ['acknowledge it again', m => mayAcknowledge(m, version('jap'), 'receipt'), []],
  ['acknowledge what was imported', m => mayAcknowledge(m, version(null), null), []],
  [
    'open a version to the large committee',
    m => mayOpenToLargeCommittee(m, version('jap')),
    ['organiser', 'organiser fra', 'chair fra', 'chair jap'],
  ],
  ['open it again', m => mayOpenToLargeCommittee(m, version('jap', true)), []],
  [
    'ask for what is to be translated in a summary of workshop 1',
    m => mayAskForTranslation(m, SUMMARY('workshop-1')),
    ['lead fra', 'lead jap'],
  ],
  ['ask for it in another workshop', m => mayAskForTranslation(m, SUMMARY('workshop-2')), []],
  ['ask for it in the declaration', m => mayAskForTranslation(m, DECLARATION), []],
  [
    'read what is to be translated in a summary of workshop 2',
    m => mayReadTranslations(m, SUMMARY('workshop-2')),
    ['chair fra', 'drafter fra', 'reviewer fra', 'chair jap', 'drafter jap', 'reviewer jap'],
  ],
  ['read it of the declaration', m => mayReadTranslations(m, DECLARATION), []],
  [
    'comment',
    mayComment,
    EVERYBODY.filter(
      who => !['nobody', 'observer', 'observer fra', 'organiser', 'organiser fra'].includes(who),
    ),
  ],
  [
    'see a member of the Japanese delegation',
    m => maySeePerson(m, [mandate('drafter', 'jap')]),
    ['organiser', 'organiser fra', 'chair jap', 'drafter jap', 'lead jap', 'reviewer jap'],
  ],
  [
    'see when a member of the Japanese delegation was last here',
    m => maySeePresence(m, [mandate('drafter', 'jap')]),
    ['organiser', 'chair jap', 'drafter jap', 'lead jap', 'reviewer jap'],
  ],
]

describe('[M1] [M2] who may', () => {
  for (const [act, may, allowed] of TABLE)
    test(act, () => {
      expect(EVERYBODY.filter(who => may(mandatesOf(who)))).toEqual(
        EVERYBODY.filter(who => allowed.includes(who)),
      )
    })
})

describe('[M3] who hears', () => {
  const HEARD: Readonly<Record<(typeof ACT_AUDIENCES)[number], readonly Who[]>> = {
    all: EVERYBODY.filter(who => who !== 'nobody'),
    organisers: ['organiser', 'organiser fra'],
    fra: ['chair fra', 'drafter fra', 'lead fra', 'reviewer fra'],
    jap: ['chair jap', 'drafter jap', 'lead jap', 'reviewer jap'],
    joint: EVERYBODY.filter(who => !['nobody', 'observer', 'observer fra'].includes(who)),
  }
  for (const audience of ACT_AUDIENCES)
    test(`what is said to ${audience}`, () => {
      expect(EVERYBODY.filter(who => mayHear(mandatesOf(who), audience))).toEqual(HEARD[audience])
    })
})

describe('abilities', () => {
  const facts = {
    edition: EDITION,
    text: DECLARATION,
    stage: stage('fra'),
    draft: null,
    draftStage: null,
    versions: [{ ...version('jap'), receipt: null }],
  }

  test('[M1] say what the policies say, for one text', () => {
    const chair = mandatesOf('chair fra')
    expect(abilitiesOf(chair, facts)).toEqual({
      readDrafts: false,
      writeDraft: true,
      transmit: false,
      seal: false,
      submit: false,
      review: false,
      acknowledge: true,
      compare: false,
      comment: true,
      importText: false,
      openToLargeCommittee: true,
    })
    const own = { ...draft('fra'), stage: 'stage' }
    expect(abilitiesOf(chair, { ...facts, draft: own, draftStage: stage('fra') })).toMatchObject({
      readDrafts: true,
      writeDraft: true,
      transmit: true,
      compare: true,
    })
  })

  test('[M3] an observer can do nothing but compare what was opened', () => {
    const opened = [version('jap', true), version('fra', true)].map(each => ({ ...each, receipt: null }))
    const abilities = abilitiesOf(mandatesOf('observer'), { ...facts, versions: opened })
    expect(Object.entries(abilities).filter(([, may]) => may)).toEqual([['compare', true]])
  })
})

test('[M6] an edit is recorded under the mandate that gives the right to it', () => {
  const both = [mandate('reviewer', 'fra'), mandate('organiser', null), mandate('drafter', 'fra')]
  expect(actingMandate(both, DECLARATION, draft('fra'))?.role).toBe('drafter')
  expect(actingMandate(both, DECLARATION, draft('jap'))).toBeUndefined()
  expect(actingMandate([mandate('organiser', 'fra')], DECLARATION, draft('fra'))).toBeUndefined()
})

test('[M2] a lead writes the texts of its own workshop and side, and no other', () => {
  const lead = [mandate('lead', 'fra')]
  const summary = (workshop: string) =>
    ({ kind: 'workshop-summary', workshop: workshop as never, adoptedAt: null }) as const
  expect(mayWriteDraft(lead, summary('workshop-1'), draft('joint'), null)).toBe(true)
  expect(mayWriteDraft(lead, summary('workshop-2'), draft('joint'), null)).toBe(false)
  expect(mayReadDraft(lead, summary('workshop-1'), draft('jap'))).toBe(false)
})

test('[M4] a mandate gives nothing before it starts and from the instant it ends', () => {
  const [start, end] = ['2031-02-01T00:00:00.000Z', '2031-03-01T00:00:00.000Z']
  const held = [mandate('chair', 'fra', { startsAt: start, endsAt: end })]
  const may = (now: string) => mayReadDraft(activeMandates(held, now), DECLARATION, draft('fra'))
  expect(['2031-01-31T23:59:59.999Z', start, '2031-02-28T23:59:59.999Z', end].map(may)).toEqual([
    false,
    true,
    true,
    false,
  ])
})
