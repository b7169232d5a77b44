/** The thread in which a long log is applied again; see history-beside.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { type PackedWork, unpackWork, workOnHistory } from './history-work.ts'

parentPort!.postMessage(workOnHistory(unpackWork(workerData as PackedWork)))
