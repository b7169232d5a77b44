/** What clients may send, checked at the server's edge. */
import { z } from 'zod'
import { EDITED_CHOICES } from '../compare/decide.ts'
import { CONSENT_KINDS } from '../model/agreement.ts'
import { OUTCOMES } from '../model/amendment.ts'
import { BLOCK_KINDS } from '../model/bilingual-text.ts'
import { MOST_COMMENT } from '../model/comment-body.ts'
import { FACT_TYPES } from '../model/fact-value.ts'
import { ROLES } from '../model/mandate.ts'
import { COVERAGE_STATES, PROPOSAL_OUTCOMES } from '../model/proposal.ts'
import { type Anchor, MOST_WORDS, NEIGHBOURS } from '../model/thread.ts'
import { isAllowedHref } from '../schema/allowed-href.ts'
import { WHEREABOUTS } from './presence-views.ts'

/** What people write, up to so many UTF-16 units, kept as it is typed whatever it looks like. */
const words = (most: number) => z.string().trim().max(most).refine(canBeKept)
const line = words(300).min(1)
const side = z.enum(['fra', 'jap'])
const id = z.string().min(1).max(64)
const zone = z.string().min(1).max(64).refine(isTimeZone)
/** Any precision; kept as the clock writes it, so that instants can be compared as text. */
const instant = z.iso.datetime().transform(value => new Date(value).toISOString())
const day = z.iso.date()
const interfaceLanguage = z.enum(['fr', 'ja', 'en'])
/** A label of which at least one language is filled; the missing one falls back in the interface. */
const label = z
  .object({
    fr: words(300),
    ja: words(300),
    en: words(300).optional(),
  })
  .refine(({ fr, ja }) => fr !== '' || ja !== '')
const longLabel = z.object({ fr: words(20_000), ja: words(20_000) })
const password = z.string().max(200)

/** Someone who opens an account by a link: the first organiser, or a person invited. */
const newAccount = z.object({ name: line, login: line, password, language: interfaceLanguage, zone })

/** What is known of a meeting for which there is no template, and what its organiser may say anew later. */
export const newEdition = z
  .object({
    number: z.int().min(1).max(999),
    name: label,
    place: label,
    startsOn: day,
    endsOn: day,
    zone,
    /** The side that proposes the first version. */
    penholder: side,
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'] })

export const setUpBody = z.object({
  token: z.string().max(200),
  account: newAccount,
  edition: z.enum(['template', 'empty', 'demonstration']),
  /** For an empty edition; without it, one that begins today and is to be named. */
  about: newEdition.optional(),
})
export const signInBody = z.object({ login: line, password })
export const demonstrationSignInBody = z.object({ mandate: id })
export const redeemLinkBody = z.object({
  token: z.string().max(200),
  /** Missing when the link only signs in or renews a password of an existing account. */
  account: newAccount.optional(),
  password: password.optional(),
})
export const profileBody = z.object({ name: line, language: interfaceLanguage, zone })
/** A new password, by someone who is signed in and knows the old one. */
export const passwordBody = z.object({ current: password, password })

export const invitationBody = z.object({
  role: z.enum(ROLES),
  side: side.nullable(),
  organisation: id.nullable(),
  workshop: id.nullable(),
  title: label,
  /** Set to give a further mandate to someone who has an account. */
  person: id.nullable(),
})

export const stageBody = z
  .object({
    name: label,
    turn: z.enum(['fra', 'jap', 'joint', 'leads']),
    versionLabel: words(40).min(1).nullable(),
    confirmsEssential: z.boolean(),
    adopts: z.boolean().default(false),
    startsFrom: z.enum(['last-own', 'last-received', 'previous-edition']),
    due: z.object({ at: instant, zone }).nullable(),
    dueStatus: z.enum(['confirmed', 'to-confirm', 'inherited']),
    evidence: z.string().max(2_000).refine(canBeKept),
  })
  // Both sides seal what both have written.
  .refine(({ adopts, turn }) => !adopts || turn === 'joint', { path: ['adopts'] })
export const stageOrderBody = z.object({ order: z.array(id).max(200) })

const factStatus = z.enum(['open', 'confirmed'])
/** One shape per kind of value; whether it fits the fact's type is the route's to say. */
const factValue = z.union([
  z.strictObject({ n: z.int().min(0).max(999_999_999) }),
  z.strictObject({ from: z.string().max(10), to: z.string().max(10).nullable(), weekday: z.boolean() }),
  z.object({ fr: line, ja: line }),
])
const factDefinition = {
  type: z.enum(FACT_TYPES),
  label,
  definition: z.object({ fr: words(2_000), ja: words(2_000) }),
  source: words(2_000),
  owner: z
    .union([
      z.strictObject({ organisation: id }),
      z.strictObject({ side }),
      z.strictObject({ title: z.object({ fr: line, ja: line }) }),
    ])
    .nullable(),
  unit: z
    .object({
      fr: z.object({ one: words(120).min(1), other: words(120).min(1) }),
      ja: words(120).min(1),
    })
    .nullable(),
}
export const newFactBody = z.object({ ...factDefinition, value: factValue.nullable(), status: factStatus })
/** What is left out of the definition stays as it is. */
export const factBody = z.object({
  ...z.object(factDefinition).partial().shape,
  value: factValue.nullable(),
  status: factStatus,
})
export const factWithdrawalBody = z.object({ withdrawn: z.boolean() })

export const transmissionBody = z.object({
  coverNote: longLabel,
  /** SHA-256 shown in the preview: what is transmitted is what was previewed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Likewise of the decisions, where there are any. */
  decisions: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
})

/** [A5] What a draft says of a bracket beyond its words. */
export const bracketRecordBody = z.object({
  bracket: z.string().min(1).max(100).refine(canBeKept),
  draft: id,
  /** Who asks; null when nobody is named. */
  side: z.enum(['fra', 'jap']).nullable(),
  /** Leaves with the version that the draft becomes; null for none. */
  remark: z.object({ fr: words(2_000), ja: words(2_000) }).nullable(),
})
export const bracketThreadBody = z.object({
  bracket: z.string().min(1).max(100).refine(canBeKept),
  place: z.string().regex(/^(?:draft|version):[\w-]{1,64}$/),
  thread: id,
})

const amendmentKeys = z.array(z.string().min(1).max(100)).min(1).max(1_000)
export const decisionsBody = z.object({
  amendments: amendmentKeys,
  outcome: z.enum(OUTCOMES),
  /** Required for a rejection; in one language at least. */
  reason: z.object({ fr: words(5_000), ja: words(5_000) }).nullable(),
  /** What becomes of words that were edited at the same place; null: nothing is done there, and the answer names them. */
  edited: z.enum(EDITED_CHOICES).nullable(),
})
export const withdrawalBody = z.object({ amendments: amendmentKeys })

/** Fingerprints of changes as `GET /api/comparisons` names them. */
export const seenBody = z.object({
  fingerprints: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(2_000),
  seen: z.boolean(),
})

/** The instant that names a state of the draft. */
export const restorationBody = z.object({ at: instant })

/** A text brought in from outside, not yet aligned. */
export const importSourceBody = z.object({
  fr: z.object({ format: z.enum(['plain', 'html']), content: z.string().max(2_000_000) }),
  ja: z.object({ format: z.enum(['plain', 'html']), content: z.string().max(2_000_000) }),
})
/** A file to be compared: one language is enough. */
const source = importSourceBody.shape.fr
export const fileComparisonBody = z
  .object({
    fr: source.nullable(),
    ja: source.nullable(),
    /** The file is the older of the two texts, or the newer. */
    file: z.enum(['old', 'new']),
    /** ComparisonRef. */
    against: z.string().max(200),
  })
  .refine(({ fr, ja }) => fr !== null || ja !== null, { path: ['fr'] })
const importBlock = z.object({
  kind: z.enum(BLOCK_KINDS),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text: z.string().max(100_000).refine(canBeKept),
})
/** The reviewed alignment: each row becomes one unit. */
export const importBody = z.object({
  label: line,
  rows: z
    .array(
      z.object({
        fr: z.array(importBlock).max(50),
        ja: z.array(importBlock).max(50),
        /** Typed square brackets that become brackets, by their place in the row; see `typedBrackets`. */
        brackets: z
          .array(z.object({ n: z.int().min(0).max(1_000), by: z.enum(['fra', 'jap', '']) }))
          .max(1_000)
          .optional(),
      }),
    )
    .min(1)
    .max(5_000),
})

const commentBody = words(MOST_COMMENT).min(1)
/** A position in the Y.Doc as JSON, as long as one can be. */
const relativePosition = z.record(z.string().max(8), z.unknown()).refine(isSmall)
const position = z.object({ block: id, offset: z.int().min(0).max(10_000_000) })
const anchor = z
  .object({
    unit: id,
    blocks: z.array(id).max(200).readonly(),
    passage: z
      .object({
        language: z.enum(['fr', 'ja']),
        start: position,
        end: position,
        words: z.string().min(1).max(MOST_WORDS).refine(canBeKept),
        before: z.string().max(NEIGHBOURS).refine(canBeKept),
        after: z.string().max(NEIGHBOURS).refine(canBeKept),
        relative: z.object({ start: relativePosition, end: relativePosition }).nullable(),
      })
      .nullable(),
  })
  // Ids are opaque: whether they name anything is for the store to say.
  .transform(value => value as unknown as Anchor)
const place = z.string().regex(/^(?:draft|version):[\w-]{1,64}$/)
export const newThreadBody = z.object({
  place,
  audience: z.enum(['fra', 'jap', 'joint']),
  anchor,
  body: commentBody,
  assignee: id.nullable().default(null),
})
export const newCommentBody = z.object({ body: commentBody })
export const threadStateBody = z.object({ resolved: z.boolean() })
export const assigneeBody = z.object({ assignee: id.nullable() })
/** Where threads hang now, told by whoever moved the words they hang on. */
export const anchorsBody = z.object({
  anchors: z
    .array(z.object({ thread: id, anchor }))
    .min(1)
    .max(500),
})

/** One plain address: what else a mail's header may hold (names, lists, line breaks) is none. */
const mailAddress = z.string().trim().max(254).pipe(z.email())
export const digestBody = z.object({
  address: mailAddress,
  /** On the person's own clock. */
  hour: z.int().min(0).max(23),
  on: z.boolean(),
})
export const digestTokenBody = z.object({ token: z.string().max(200) })

/** What goes with a workshop's text when it is submitted; may be empty. */
export const submissionBody = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  note: longLabel,
})
export const submissionReviewBody = z.object({
  outcome: z.enum(['returned', 'accepted']),
  /** Required where it is returned; in one language at least. */
  reason: z.object({ fr: words(5_000), ja: words(5_000) }).nullable(),
})

/** A name that may be missing altogether. */
const whenSaid = z.object({ fr: words(300), ja: words(300), en: words(300).optional() }).nullable()
export const workshopBody = z
  .object({
    title: label,
    aliases: z.array(line).max(20),
    status: z.enum(['confirmed', 'to-confirm', 'inherited']),
    room: whenSaid.transform(room => (room && (room.fr || room.ja) ? room : null)),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, { path: ['endsAt'] })
export const workshopOrderBody = z.object({ order: z.array(id).max(100) })

/** One that the edition has, or one that it gets. */
const speaker = z.union([z.object({ id }), z.object({ name: label })]).nullable()
export const participationBody = z
  .object({
    fra: speaker,
    jap: speaker,
    choices: z.array(id).max(2),
    workshop: id.nullable(),
    note: words(2_000),
  })
  .refine(({ fra, jap }) => fra !== null || jap !== null, { path: ['fra'] })
  .refine(({ choices }) => new Set(choices).size === choices.length, { path: ['choices'] })
export const participationsBody = z.object({ rows: z.array(participationBody).min(1).max(1_000) })

const budget = z
  .object({ words: z.int().min(1).max(100_000), characters: z.int().min(1).max(300_000) })
  .nullable()
export const speechBody = z.object({
  interventionMinutes: z.int().min(1).max(240),
  pairs: z.enum(['joint', 'each', 'undecided']),
  interpreted: z.boolean(),
  restitutionMinutes: z.int().min(1).max(1_000),
  budgets: z.object({
    'intervention-summary': budget,
    'workshop-summary': budget,
    restitution: budget,
  }),
})

export type WorkshopBody = z.input<typeof workshopBody>
export type ParticipationBody = z.infer<typeof participationBody>
/** Units that are to be said in `language`; null for every one that says nothing in it. */
export const translationsBody = z.object({
  language: z.enum(['fr', 'ja']),
  units: z.array(id).min(1).max(1_000).nullable(),
  /** False takes them off the list. */
  wanted: z.boolean(),
})
const reason = z.object({ fr: words(5_000), ja: words(5_000) })
const saidReason = reason.refine(({ fr, ja }) => fr !== '' || ja !== '')
export const integrationBody = z.object({
  /** Of the summary, and its units in the order in which they are to stand. */
  version: id,
  units: z.array(id).min(1).max(200),
  /** All of them in one unit of the declaration. */
  together: z.boolean().default(false),
  /** The unit of the declaration that they follow; null at the beginning. */
  after: id.nullable(),
})
export const proposalDecisionBody = z.object({
  outcome: z.enum(PROPOSAL_OUTCOMES),
  reason: reason.nullable(),
  /** The wording that was read. */
  revision: z.int().min(1),
})
/** Plain words, a block each: what is left as it was keeps its marks and facts. */
const plainBlocks = z.array(z.string().max(20_000).refine(canBeKept)).max(50)
export const proposalWordsBody = z.object({ revision: z.int().min(1), fr: plainBlocks, ja: plainBlocks })
/** `replace`: the source's words take the place of ours where both were changed; else that is refused. */
export const sourceUpdateBody = z.object({ replace: z.boolean().default(false) })
export const dismissalBody = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), reason: saidReason })
export const coverageBody = z.object({
  unit: id,
  /** Null takes back what was said by hand. */
  state: z.enum(COVERAGE_STATES).nullable(),
  /** Units of the declaration in which it stands. */
  places: z.array(id).max(50),
  reason: reason.nullable(),
})
/** What was read is what is signed. */
export const coverageSignatureBody = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export const recordExportBody = z.object({ format: z.enum(['csv', 'json']) })

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const mark = z.union([
  z.object({ type: z.enum(['bold', 'italic', 'underline']) }),
  z.object({ type: z.literal('link'), href: z.string().max(2_000).refine(isAllowedHref) }),
  z.object({ type: z.literal('ruby'), rt: z.string().max(300).refine(canBeKept) }),
  z.object({ type: z.literal('bracket'), id: z.string().max(64), by: z.enum(['fra', 'jap', '']) }),
])
const inline = z.union([
  z.object({
    type: z.literal('text'),
    text: z.string().min(1).max(20_000).refine(canBeKept),
    marks: z.array(mark).max(20).optional(),
  }),
  z.object({ type: z.literal('break') }),
  z.object({ type: z.literal('fact'), fact: id }),
  z.object({ type: z.literal('note'), text: z.string().max(20_000).refine(canBeKept) }),
])
/** Blocks of one unit as they are to stand there. */
const exactBlocks = z
  .array(
    z.object({
      id,
      kind: z.enum(BLOCK_KINDS),
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      content: z.array(inline).max(2_000),
    }),
  )
  .max(50)
/** [S2] A change of one unit of a joint draft: in plain words, or in exact blocks. */
export const unitChangeBody = z
  .object({
    unit: id,
    /** Of the unit as it was read. */
    beforePair: sha256,
    words: z.object({ fr: plainBlocks, ja: plainBlocks }).optional(),
    blocks: z.object({ fr: exactBlocks, ja: exactBlocks }).optional(),
    bracket: id.nullable().default(null),
    /** A side of the one who asks; null for a change that nobody claims. */
    askedBy: side.nullable(),
    /** Within the side, such as a city. */
    askedFor: label.nullable().default(null),
    reason: z.object({ fr: words(5_000), ja: words(5_000) }),
    /** A chair consents with the same request. */
    consents: z.boolean().default(false),
  })
  .refine(({ words: plain, blocks }) => (plain === undefined) !== (blocks === undefined), { path: ['words'] })
/** Of the words that were read. */
export const changeConsentBody = z.object({ afterPair: sha256 })
export const changeRefusalBody = z.object({ reason: z.object({ fr: words(5_000), ja: words(5_000) }) })

export const consentsBody = z.object({
  place,
  /** Each with the hash of the pair that the chair saw. */
  units: z
    .array(z.object({ unit: id, pair: sha256 }))
    .min(1)
    .max(2_000)
    .refine(units => new Set(units.map(({ unit }) => unit)).size === units.length),
  kind: z.enum(CONSENT_KINDS),
  /**
   * The chair declares that all of them read as in this earlier version. One that does not refuses the whole; null for
   * a consent to each of them as it was read.
   */
  claim: z
    .object({ kind: z.literal('unchanged'), since: id })
    .nullable()
    .default(null),
})
export const consentWithdrawalBody = z.object({ place, units: z.array(id).min(1).max(2_000) })
export const reopeningBody = z.object({
  place,
  unit: id,
  reason: z.object({ fr: words(5_000), ja: words(5_000) }),
})

/** Of the text as the chair saw it: what is sealed is what was read. */
export const sealBody = z.object({ sha256 })
/** In both languages: it is part of the corrigendum. */
export const corrigendumBody = z.object({
  units: z
    .array(
      z.object({
        unit: id,
        /** As it was read, and as it is to read: a paragraph each, of both languages. */
        before: z.object({ fr: plainBlocks, ja: plainBlocks }),
        after: z.object({ fr: plainBlocks, ja: plainBlocks }),
      }),
    )
    .min(1)
    .max(100),
  reason,
})
export const corrigendumAnswerBody = z.object({
  outcome: z.enum(['consented', 'declined']),
  /** Required where it is declined; in one language at least. */
  reason: reason.nullable(),
})

export type NewAccount = z.infer<typeof newAccount>
export type NewEdition = z.infer<typeof newEdition>
export type SetUpBody = z.infer<typeof setUpBody>
export type InvitationBody = z.infer<typeof invitationBody>
export type StageBody = z.infer<typeof stageBody>
export type ImportBlock = z.infer<typeof importBlock>
export type ImportRow = z.infer<typeof importBody>['rows'][number]

/** Half a character is stored as another one, and PostgreSQL knows no null character. */
function canBeKept(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0')
}

function isSmall(value: unknown): boolean {
  return JSON.stringify(value).length <= 400
}

/** An IANA zone that this machine knows: every deadline and every clock is shown with it. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    // The constructor throws RangeError for what it does not know.
    return false
  }
}

// — presence —

export const showsPresenceBody = z.object({ shows: z.boolean() })

/** `unit` is where one is in the place, as far as the page knows. */
export const whereaboutsBody = z.object({
  place: z.string().regex(WHEREABOUTS).nullable(),
  unit: z.string().max(100).nullable(),
})
