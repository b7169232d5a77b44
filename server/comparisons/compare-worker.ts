/** The thread in which two long texts are compared; see compare-beside.ts. */
import { compareTexts } from '../../shared/compare/comparison.ts'
import { answerInThread } from '../threads/answer-in-thread.ts'
import type { ComparisonTask } from './compare-beside.ts'

answerInThread(({ from, to, options }: ComparisonTask) => compareTexts(from, to, options))
