/** Which workshop is meant: by its number, its title in either language, an alias, or the beginning of one of these. */
import type { Workshop } from '../model/edition.ts'
import { foldName } from '../model/same-name.ts'

type Named = Pick<Workshop, 'number' | 'title' | 'aliases'>

/** Undefined when no workshop, or more than one, can be meant. `words` is not empty. */
export function findWorkshop<W extends Named>(words: string, workshops: readonly W[]): W | undefined {
  const folded = foldName(words)
  const named = workshops.filter(workshop => namesOf(workshop).includes(folded))
  if (named.length === 1) return named[0]
  const { number, rest } = numberIn(words)
  if (number !== null) {
    const numbered = workshops.find(each => each.number === number)
    // « 2. Culture et loisirs »: the number and the words must mean the same workshop.
    return rest === '' || (numbered && begins(numbered, rest)) ? numbered : undefined
  }
  const begun = workshops.filter(workshop => begins(workshop, folded))
  return begun.length === 1 ? begun[0] : undefined
}

function namesOf({ title, aliases }: Named): string[] {
  return [title.fr, title.ja, title.en ?? '', ...aliases].map(foldName).filter(name => name !== '')
}

/** Long enough to be meant: two words of French, three characters of Japanese. */
function begins(workshop: Named, folded: string): boolean {
  const least = /\p{Script=Han}|\p{Script=Katakana}|\p{Script=Hiragana}/u.test(folded) ? 3 : 8
  return folded.length >= least && namesOf(workshop).some(name => name.startsWith(folded))
}

/** « Atelier n° 1 », 「第１分科会」, 「分科会一」, « WS2: … », « ③ » */
const NUMBERED =
  /^\s*(?:(?:atelier|workshop|ws|分科会)\s*)?(?:第|n[°ºo]\s*|no\.?\s*|#)?\s*(\d{1,3}|[一二三四五六七八九十])\s*(?:分科会|番目?|号)?(?=$|[\s.:：、,)）–—-])/iu
const KANJI_NUMBERS = '一二三四五六七八九十'

function numberIn(words: string): { readonly number: number | null; readonly rest: string } {
  const flat = words.normalize('NFKC').trim()
  const match = NUMBERED.exec(flat)
  if (!match) return { number: null, rest: '' }
  const written = match[1]!
  const number = /\d/.test(written) ? Number(written) : KANJI_NUMBERS.indexOf(written) + 1
  return { number, rest: foldName(flat.slice(match[0].length)) }
}
