/**
 * The last days of the demonstration: when each of its people was last here, so that whoever signs in as one of them
 * finds what happened while that person was away; who came, and which deadline moved.
 */

/** At the first page, by sign-in name, ISO 8601 UTC; after what each of them said in the threads. */
export const lastVisits: Readonly<Record<string, string>> = {
  'demo-secretariat': '2026-05-28T09:10:00Z',
  'demo-jap-chair': '2026-06-03T23:40:00Z',
  'demo-jap-drafting': '2026-06-09T01:30:00Z',
  'demo-jap-french': '2026-06-09T02:30:00Z',
  'demo-jap-review': '2026-06-09T01:00:00Z',
  'demo-jap-workshop-1': '2026-05-25T04:00:00Z',
  'demo-fra-chair': '2026-05-29T15:05:00Z',
  'demo-fra-drafting': '2026-05-29T14:10:00Z',
  'demo-fra-tokyo': '2026-06-03T08:30:00Z',
  'demo-fra-review': '2026-06-04T12:20:00Z',
  'demo-fra-workshop-1': '2026-06-05T06:50:00Z',
  'demo-observer': '2026-05-20T13:00:00Z',
}

/** Somebody who took up a mandate late, by sign-in name. */
export const latecomer = { login: 'demo-fra-tokyo', at: '2026-06-02T01:20:00Z' }

/** A stage, by `position`, whose deadline the organiser put off; the plan has the new one. */
export const movedDeadline = {
  stage: 50,
  before: { at: '2026-09-23T21:59:59Z', zone: 'Europe/Paris' },
  at: '2026-06-08T13:25:00Z',
}
