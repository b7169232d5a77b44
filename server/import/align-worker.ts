/** The thread in which two sources are read and aligned; see align-in-worker.ts. */
import { answerInThread } from '../threads/answer-in-thread.ts'
import { alignSources, type Sources } from './align-sources.ts'

answerInThread((sources: Sources) => alignSources(sources))
