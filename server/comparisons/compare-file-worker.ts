/** The thread in which a file is read and compared; see compare-file.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { compareFile, type FileToCompare } from './compare-file.ts'

parentPort!.postMessage(compareFile(workerData as FileToCompare))
