import { UnreadableForm } from '../../shared/model/canonical-form.ts'
import { UnreadableBlock } from '../../shared/schema/y-text.ts'

/** Null for a text that cannot be read: lists and the first page go on without it; whoever opens it is told. */
export async function unlessUnreadable<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof UnreadableForm || error instanceof UnreadableBlock) return null
    throw error
  }
}
