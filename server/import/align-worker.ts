/** The thread in which two sources are read and aligned; see align-in-worker.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { alignSources, type Sources } from './align-sources.ts'

parentPort!.postMessage(alignSources(workerData as Sources))
