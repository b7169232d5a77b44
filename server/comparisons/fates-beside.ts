/** The fates of amendments, at once for declarations and in a thread of their own for long texts; see compare-beside.ts. */
import { type AmendmentFate, type FateInput, fatesOf } from '../../shared/compare/fate.ts'
import type { Refusal } from '../http/respond.ts'
import { runInThread } from '../threads/run-in-thread.ts'
import { charactersOf, MOST_AT_ONCE, PATIENCE_MS } from './compare-beside.ts'

const WORKER = new URL('./fates-worker.ts', import.meta.url)

/** `too-large` when it takes longer than `patience`, in milliseconds. */
export async function fatesBeside(
  input: FateInput,
  patience = PATIENCE_MS,
): Promise<readonly AmendmentFate[] | Refusal> {
  const { base, answer, following } = input
  const characters = [base, answer, following].reduce((sum, text) => sum + charactersOf(text), 0)
  if (characters <= MOST_AT_ONCE) return fatesOf(input)
  return runInThread<readonly AmendmentFate[]>(WORKER, input, patience)
}
