/** The thread in which the fates of amendments are computed for long texts; see fates-beside.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { type FateInput, fatesOf } from '../../shared/compare/fate.ts'

parentPort!.postMessage(fatesOf(workerData as FateInput))
