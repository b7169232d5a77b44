/** The thread in which the fates of amendments are computed for long texts; see fates-beside.ts. */
import { type FateInput, fatesOf } from '../../shared/compare/fate.ts'
import { answerInThread } from '../threads/answer-in-thread.ts'

answerInThread((input: FateInput) => fatesOf(input))
