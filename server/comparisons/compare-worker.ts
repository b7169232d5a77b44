/** The thread in which two long texts are compared; see compare-beside.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { compareTexts } from '../../shared/compare/comparison.ts'
import type { ComparisonTask } from './compare-beside.ts'

const { from, to, options } = workerData as ComparisonTask
parentPort!.postMessage(compareTexts(from, to, options))
