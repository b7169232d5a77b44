/** Whose turn a stage is, for somebody who reads. */
import type { Stage } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { has, isMember, isMemberOf } from './membership.ts'

/** The reader's side, or the reader as a lead, is to act in this stage. */
export function isTurnOf(mandates: readonly Mandate[], { turn }: Pick<Stage, 'turn'>): boolean {
  if (turn === 'leads') return has(mandates, ['lead'])
  return turn === 'joint' ? isMember(mandates) : isMemberOf(mandates, turn)
}
