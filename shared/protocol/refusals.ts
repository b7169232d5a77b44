/**
 * Every expected refusal has an id from this closed list; the interface has a message for each in
 * every language. What one may not know of is `not-found`, never `not-allowed`.
 */
export const REFUSALS = {
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'not-found': 404,
  'not-allowed': 403,
  'foreign-origin': 403,
  invalid: 422,
  'link-unknown': 404,
  'link-expired': 410,
  'link-used': 410,
  'login-taken': 409,
  'password-too-short': 422,
  'wrong-password': 403,
  'already-set-up': 409,
  'too-many-attempts': 429,
  'not-your-turn': 409,
  'draft-closed': 409,
  'text-changed-since-preview': 409,
  'nothing-to-transmit': 409,
  'amendments-undecided': 409,
  'reason-missing': 422,
  'cover-note-missing': 422,
  'stage-not-current': 409,
  'stage-in-use': 409,
  'penholder-fixed': 409,
  'last-organiser': 409,
  'already-acknowledged': 409,
  'passage-not-found': 409,
  'audience-not-allowed': 403,
  'called-cannot-read': 422,
  'submission-superseded': 409,
  'pair-changed': 409,
  'unit-locked': 409,
  'unit-not-locked': 409,
  'too-large': 413,
  'unsupported-file': 415,
  'unreadable-encoding': 422,
  'language-missing': 422,
  'text-unreadable': 500,
  'storage-failing': 503,
  'mail-failing': 503,
  internal: 500,
} as const

export type RefusalId = keyof typeof REFUSALS

/** Body of every refused request. `detail` names the field or value at fault, for the message's placeholder. */
export type RefusalBody = { readonly error: { readonly id: RefusalId; readonly detail?: string } }
