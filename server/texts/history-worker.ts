/** The thread in which a long log is applied again; see history-beside.ts. */
import { answerInThread } from '../threads/answer-in-thread.ts'
import { type PackedWork, unpackWork, workOnHistory } from './history-work.ts'

answerInThread((work: PackedWork) => workOnHistory(unpackWork(work)))
