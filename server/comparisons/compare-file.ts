/** [C1] A file from outside compared with a version or a draft. Nothing of it is kept. */
import { type Comparison, compareTexts } from '../../shared/compare/comparison.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../shared/model/canonical-form.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import { asPlainWords } from '../../shared/model/plain-words.ts'
import type { AlignmentView } from '../../shared/protocol/views.ts'
import type { Refusal } from '../http/respond.ts'
import { NestedTooDeep } from '../import/read-html.ts'
import { readSource, type Source } from '../import/read-source.ts'
import { runInThread } from '../threads/run-in-thread.ts'
import { fileText } from './file-text.ts'

export type FileToCompare = {
  /** Null where there is no file of the language. */
  readonly fr: Source | null
  readonly ja: Source | null
  /** The file is the older of the two texts, or the newer. */
  readonly file: 'old' | 'new'
  readonly against: BilingualText
  readonly facts: FactValues
}

export type ComparedFile = {
  readonly comparison: Comparison
  readonly dropped: AlignmentView['dropped']
}

/** As many as may be imported. */
const MOST_BLOCKS = 600
const PATIENCE_MS = 60_000
const WORKER = new URL('./compare-file-worker.ts', import.meta.url)

/** In a thread of its own: what a hostile file asks for is not asked of those who type. */
export function compareFileBeside(input: FileToCompare): Promise<ComparedFile | Refusal> {
  return runInThread<ComparedFile>(WORKER, input, PATIENCE_MS)
}

/** `language-missing` for files without a word, `unsupported-file` for HTML that is no document, `too-large`. */
export function compareFile({ fr, ja, file, against, facts }: FileToCompare): ComparedFile | Refusal {
  try {
    const read = { fr: fr && readSource(fr, 'fr'), ja: ja && readSource(ja, 'ja') }
    for (const language of LANGUAGES) {
      if (read[language]?.blocks.length === 0) return { refusal: 'language-missing', detail: language }
      if ((read[language]?.blocks.length ?? 0) > MOST_BLOCKS)
        return { refusal: 'too-large', detail: language }
    }
    const known = asPlainWords(against, facts)
    const text = fileText({ fr: read.fr?.blocks ?? null, ja: read.ja?.blocks ?? null }, known)
    return {
      comparison: file === 'new' ? compareTexts(known, text) : compareTexts(text, known),
      dropped: [...(read.fr?.dropped ?? []), ...(read.ja?.dropped ?? [])],
    }
  } catch (error) {
    if (error instanceof NestedTooDeep) return { refusal: 'unsupported-file' }
    throw error
  }
}
