/** The thread in which a file is read and compared; see compare-file.ts. */
import { answerInThread } from '../threads/answer-in-thread.ts'
import { compareFile, type FileToCompare } from './compare-file.ts'

answerInThread((input: FileToCompare) => compareFile(input))
