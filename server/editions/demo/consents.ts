/**
 * What the chairs of the demonstration have consented to so far: the French chair to all that the answer left as it
 * was, the Japanese chair to part of it, one paragraph ad referendum; and one that both had agreed on in version 1
 * and that the answer rewords.
 */
import type { ConsentKind } from '../../../shared/model/agreement.ts'

export type DemoConsents = {
  /** Sign-in name of the chair. */
  readonly by: string
  /** Label of the version. */
  readonly on: string
  /** ISO 8601 UTC. */
  readonly at: string
  readonly kind: ConsentKind
  readonly units: readonly string[]
  /** Label of the version since which they are declared unchanged. */
  readonly unchangedSince: string | null
}

export const demoConsents: readonly DemoConsents[] = [
  {
    by: 'demo-jap-chair',
    on: 'V1',
    at: '2026-05-21T01:15:00Z',
    kind: 'agreed',
    units: ['u01', 'u02', 'u10', 'u34'],
    unchangedSince: null,
  },
  {
    by: 'demo-fra-chair',
    on: 'V1',
    at: '2026-05-22T08:40:00Z',
    kind: 'agreed',
    units: ['u01', 'u34'],
    unchangedSince: null,
  },
  {
    by: 'demo-fra-chair',
    on: 'V1-FRA',
    at: '2026-05-29T14:52:00Z',
    kind: 'agreed',
    units: [
      ...['u04', 'u05', 'u06', 'u07', 'u08', 'u09', 'u10', 'u11', 'u12', 'u13', 'u14'],
      ...['u17', 'u20', 'u24', 'u29', 'u30'],
    ],
    unchangedSince: 'V1',
  },
  {
    by: 'demo-fra-chair',
    on: 'V1-FRA',
    at: '2026-05-29T14:56:00Z',
    kind: 'agreed',
    units: ['u03', 'u18'],
    unchangedSince: null,
  },
  {
    by: 'demo-jap-chair',
    on: 'V1-FRA',
    at: '2026-06-03T23:30:00Z',
    kind: 'agreed',
    units: ['u03', 'u04', 'u05', 'u07', 'u08', 'u13', 'u18'],
    unchangedSince: null,
  },
  {
    by: 'demo-jap-chair',
    on: 'V1-FRA',
    at: '2026-06-03T23:34:00Z',
    kind: 'ad-referendum',
    units: ['u09', 'u12'],
    unchangedSince: null,
  },
  {
    by: 'demo-jap-chair',
    on: 'V1-FRA',
    at: '2026-06-03T23:37:00Z',
    kind: 'agreed',
    units: ['u31', 'u36', 'u37'],
    unchangedSince: 'V1',
  },
]
