/** The thread in which two long texts are compared; see compare-beside.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { compareTexts } from '../../shared/compare/comparison.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'

const { from, to } = workerData as { readonly from: BilingualText; readonly to: BilingualText }
parentPort!.postMessage(compareTexts(from, to))
