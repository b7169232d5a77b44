/**
 * Three versions in a row, made of the sentences of the Universal Declaration: a base, an answer that changes
 * some units, and a version that takes each change, takes it in part, or does not, with edits of its own.
 */
import type { Fate } from '../../../shared/model/amendment.ts'
import type { BilingualText, Block, BlockKind, Inline } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { Random } from '../../support/seeded.ts'
import { randomPhrase, SENTENCES, splitInTwo } from './generated-revision.ts'

export const ACTS = [
  'modified',
  'inserted',
  'deleted',
  'moved',
  'split',
  'merged',
  'kind',
  'formatting',
  'typographic',
] as const
type Act = (typeof ACTS)[number]

export type TrueFate = {
  readonly act: Act
  /** The row of the comparison of base and answer: the answer's unit, or `-` and the base's. */
  readonly row: string
  readonly fr: Fate
  readonly ja: Fate
}
export type Triple = {
  readonly base: BilingualText
  readonly answer: BilingualText
  readonly following: BilingualText
  readonly fates: readonly TrueFate[]
}

/** A block being written: in `order`, its place among the others; the base's units stand at 0, 10, 20 … */
type Line = {
  readonly unit: string
  readonly order: number
  readonly text: string
  readonly kind?: BlockKind
  /** Words in bold, as `[from, to)`. */
  readonly bold?: readonly [number, number]
}

type Scene = { readonly base: Line[]; readonly answer: Line[]; readonly following: Line[] }

/**
 * `units` units, of which the answer touches the share `touched`; `own` is the share of units, touched or not,
 * that the following version also edits by itself, away from the answer's change.
 */
export function generatedTriple(random: Random, units: number, touched: number, own: number): Triple {
  const scenes: { [L in Language]: Scene } = { fr: scene(), ja: scene() }
  const fates: TrueFate[] = []
  for (let place = 0; place < units; place++) {
    const act = random.next() < touched ? random.pick(ACTS) : null
    const edited = random.next() < own
    const wish = random.pick(WISHES)
    // One amendment in six fares differently in each language.
    const wishes = random.below(6) ? [wish, wish] : [random.pick(WISHES), random.pick(WISHES)]
    const told = LANGUAGES.map((language, index) =>
      act
        ? play(act, wishes[index]!, { random, language, place, units, edited }, scenes[language])
        : stay({ random, language, place, units, edited }, scenes[language]),
    )
    const [fr, ja] = told
    if (act && fr && ja) fates.push({ act, row: rowOf(act, place), fr, ja })
    // A unit merged into this one is used up.
    if (act === 'merged') place++
  }
  const text = (version: keyof Scene): BilingualText => ({
    fr: blocksOf('fr', scenes.fr[version]),
    ja: blocksOf('ja', scenes.ja[version]),
  })
  return { base: text('base'), answer: text('answer'), following: text('following'), fates }
}

const WISHES: readonly Fate[] = ['taken', 'taken', 'not-taken', 'not-taken', 'in-part']

function scene(): Scene {
  return { base: [], answer: [], following: [] }
}

function rowOf(act: Act, place: number): string {
  return act === 'deleted' ? `-u${place}` : act === 'inserted' ? `n${place}` : `u${place}`
}

function blocksOf(language: Language, lines: readonly Line[]): Block[] {
  return [...lines]
    .sort((x, y) => x.order - y.order)
    .map(({ unit, text, kind, bold }) => ({
      id: `${language}-${unit}` as BlockId,
      unit: unit as UnitId,
      kind: kind ?? 'paragraph',
      level: 1,
      content: contentOf(text, bold),
    }))
}

function contentOf(text: string, bold: Line['bold']): Inline[] {
  if (!bold) return [{ type: 'text', text }]
  const [from, to] = bold
  const runs: Inline[] = [
    { type: 'text', text: text.slice(0, from) },
    { type: 'text', text: text.slice(from, to), marks: [{ type: 'bold' }] },
    { type: 'text', text: text.slice(to) },
  ]
  return runs.filter(run => run.type !== 'text' || run.text !== '')
}

type Setting = {
  readonly random: Random
  readonly language: Language
  readonly place: number
  readonly units: number
  /** Whether the following version also changes words of its own in this unit. */
  readonly edited: boolean
}

/** The answer leaves the unit; the following version may reword, drop, move or cut it, or put in another after it. */
function stay(setting: Setting, { base, answer, following }: Scene): null {
  const { random, language, place, units, edited } = setting
  const line = lineAt(setting)
  base.push(line)
  answer.push(line)
  const draft = wordsOf(line.text, language)
  const act = edited ? random.below(8) : 8
  const halves = act === 3 && splitInTwo(line.text)
  if (act === 0) following.push({ ...line, order: ((place * 5 + 7) % units) * 10 + 4 })
  else if (act === 1) following.push(line, { ...lineAt(setting), unit: `m${place}`, order: line.order + 6 })
  else if (halves)
    following.push(
      { ...line, text: halves[0] },
      { ...line, unit: `k${line.unit}`, order: line.order + 1, text: halves[1] },
    )
  else if (act > 2)
    following.push({ ...line, text: edited ? draft.written(draft.edits(random, 2)) : line.text })
  return null
}

function lineAt({ random, language, place }: Setting): Line {
  const count = 2 + random.below(3)
  const sentences = Array.from({ length: count }, () => random.pick(SENTENCES[language]))
  return { unit: `u${place}`, order: place * 10, text: sentences.join(language === 'fr' ? ' ' : '') }
}

/** Plays one act in one language and tells the fate. */
function play(act: Act, wish: Fate, setting: Setting, scene: Scene): Fate {
  const line = lineAt(setting)
  return PLAYS[act](wish, line, setting, scene)
}

type Play = (wish: Fate, line: Line, setting: Setting, scene: Scene) => Fate

const PLAYS: { readonly [A in Act]: Play } = {
  modified(wish, line, { random, language, edited }, { base, answer, following }) {
    const draft = wordsOf(line.text, language)
    const edits = draft.edits(random, 1 + random.below(3) + (edited ? 1 : 0))
    const own = edited && edits.length > 1 ? edits.splice(random.below(edits.length), 1) : []
    base.push(line)
    answer.push({ ...line, text: draft.written(edits) })
    const partly = random.pick([
      edits.length > 1 ? edits.slice(1) : edits.map(edit => otherwise(random, language, edit)),
      edits.map(edit => otherwise(random, language, edit)),
      edits.map(edit => withMore(random, language, edit)),
    ])
    const kept = wish === 'taken' ? edits : wish === 'in-part' ? partly : []
    following.push({ ...line, text: draft.written([...kept, ...own]) })
    return wish
  },
  inserted(wish, line, setting, { base, answer, following }) {
    const { random, language } = setting
    base.push(line)
    answer.push(line)
    following.push(line)
    const fresh = { ...lineAt(setting), unit: `n${setting.place}`, order: line.order + 5 }
    answer.push(fresh)
    const draft = wordsOf(fresh.text, language)
    if (wish === 'taken') following.push(fresh)
    if (wish === 'in-part') following.push({ ...fresh, text: draft.written(draft.edits(random, 2)) })
    return wish
  },
  deleted(wish, line, { random, language }, { base, following }) {
    base.push(line)
    const draft = wordsOf(line.text, language)
    if (wish === 'not-taken') following.push(line)
    if (wish === 'in-part') following.push({ ...line, text: draft.written(draft.edits(random, 2)) })
    return wish
  },
  moved(wish, line, setting, { base, answer, following }) {
    const { random, language, place, units, edited } = setting
    // Both languages go to the same place: it follows from the unit's.
    const far = (place * 7 + 13) % units
    const to = Math.abs(far - place) < 4 ? (place + 11) % units : far
    const between = Math.round((place + to) / 2)
    base.push(line)
    answer.push({ ...line, order: to * 10 + 3 })
    const draft = wordsOf(line.text, language)
    const text = edited ? draft.written(draft.edits(random, 1)) : line.text
    const order = wish === 'taken' ? to * 10 + 3 : wish === 'not-taken' ? line.order : between * 10 + 3
    following.push({ ...line, text, order })
    return wish
  },
  split(wish, line, { language }, { base, answer, following }) {
    const joint = language === 'fr' ? ' ' : ''
    const halves = splitInTwo(line.text) ?? [line.text, line.text]
    const text = halves.join(joint)
    const second = { ...line, unit: `h${line.unit}`, order: line.order + 2, text: halves[1] }
    base.push({ ...line, text })
    const parts = [{ ...line, text: halves[0] }, second]
    answer.push(...parts)
    if (wish === 'taken') following.push(...parts)
    else following.push({ ...line, text })
    return wish === 'taken' ? 'taken' : 'not-taken'
  },
  merged(wish, line, setting, { base, answer, following }) {
    const next = lineAt({ ...setting, place: setting.place + 1 })
    const whole = { ...line, text: line.text + (setting.language === 'fr' ? ' ' : '') + next.text }
    base.push(line, next)
    answer.push(whole)
    if (wish === 'taken') following.push(whole)
    else following.push(line, next)
    return wish === 'taken' ? 'taken' : 'not-taken'
  },
  kind(wish, line, { random, language, edited }, { base, answer, following }) {
    const draft = wordsOf(line.text, language)
    const text = edited ? draft.written(draft.edits(random, 1)) : line.text
    base.push(line)
    answer.push({ ...line, kind: 'commitment' })
    const kind = wish === 'taken' ? 'commitment' : wish === 'in-part' ? 'bullet' : 'paragraph'
    following.push({ ...line, text, kind })
    return wish
  },
  formatting(wish, line, { random, language }, { base, answer, following }) {
    const draft = wordsOf(line.text, language)
    const [from, to] = draft.word(random)
    base.push(line)
    answer.push({ ...line, bold: [from, to] })
    const middle = Math.ceil((from + to) / 2)
    const bold: Line['bold'] =
      wish === 'taken' ? [from, to] : wish === 'in-part' && middle < to ? [from, middle] : undefined
    following.push(bold ? { ...line, bold } : line)
    return wish === 'in-part' && middle >= to ? 'not-taken' : wish
  },
  typographic(wish, line, { random, language, edited }, { base, answer, following }) {
    const tidy = (text: string) =>
      language === 'fr' ? text.replaceAll("'", '’').replaceAll(' ;', '\u00a0;') : text.replaceAll('、', '，')
    const untidy = line.text.replaceAll('’', "'").replaceAll('，', '、')
    const text =
      tidy(untidy) === untidy ? `${untidy}${language === 'fr' ? " C'est dit." : '以上、終わる。'}` : untidy
    const first = tidy(text[firstDifference(text, tidy(text))]!)
    const at = firstDifference(text, tidy(text))
    const partly = text.slice(0, at) + first + text.slice(at + 1)
    base.push({ ...line, text })
    answer.push({ ...line, text: tidy(text) })
    const kept = wish === 'taken' ? tidy(text) : wish === 'in-part' ? partly : text
    const draft = wordsOf(kept, language)
    following.push({
      ...line,
      text: edited && wish !== 'in-part' ? draft.written(draft.edits(random, 1)) : kept,
    })
    return kept === tidy(text) ? 'taken' : kept === text ? 'not-taken' : 'in-part'
  },
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (a[at] === b[at]) at++
  return at
}

/** Words `[from, after)` of a wording give way to others. */
type Edit = { readonly from: number; readonly after: number; readonly come: string }

const segmenters = {
  fr: new Intl.Segmenter('fr', { granularity: 'word' }),
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
}
const isWord = /[\p{L}\p{N}]/u
/** Between two edits, in words and spaces. */
const APART = 2

function wordsOf(text: string, language: Language) {
  const words = [...segmenters[language].segment(text)].map(({ segment }) => segment)
  const joint = language === 'fr' ? ' ' : ''
  return {
    /** Up to `count` edits, none near another, each within a clause. */
    edits(random: Random, count: number): Edit[] {
      const edits: Edit[] = []
      for (let tries = 0; edits.length < count && tries < 40; tries++) {
        const from = random.below(words.length)
        const after = Math.min(from + 1 + random.below(language === 'fr' ? 5 : 4), words.length)
        const gone = words.slice(from, after)
        if (
          !isWord.test(gone[0]!) ||
          !isWord.test(gone.at(-1)!) ||
          gone.some(word => /[.,;:、。]/.test(word))
        )
          continue
        if (edits.some(edit => from < edit.after + APART && edit.from < after + APART)) continue
        const phrase = randomPhrase(random, language)
        if (phrase === gone.join('')) continue
        const act = random.below(3)
        if (act === 0) edits.push({ from, after: from, come: `${phrase}${joint}` })
        else if (act === 1 && words[after] === joint) edits.push({ from, after: after + 1, come: '' })
        else if (act === 1 && joint === '') edits.push({ from, after, come: '' })
        else edits.push({ from, after, come: phrase })
      }
      return edits
    },
    written(edits: readonly Edit[]): string {
      let [at, text] = [0, '']
      for (const { from, after, come } of [...edits].sort((x, y) => x.from - y.from)) {
        text += words.slice(at, from).join('') + come
        at = after
      }
      return text + words.slice(at).join('')
    },
    /** The characters of one word. */
    word(random: Random): readonly [number, number] {
      const places = words.flatMap((word, place) => (isWord.test(word) ? [place] : []))
      const place = random.pick(places)
      const from = words.slice(0, place).join('').length
      return [from, from + words[place]!.length]
    },
  }
}

/** Other words at the same place. */
function otherwise(random: Random, language: Language, edit: Edit): Edit {
  const joint = language === 'fr' ? ' ' : ''
  for (;;) {
    const phrase = `${randomPhrase(random, language)}${edit.come === '' || edit.come.endsWith(' ') ? joint : ''}`
    if (phrase !== edit.come) return { ...edit, come: phrase }
  }
}

/** The same words and more, before or after them. */
function withMore(random: Random, language: Language, edit: Edit): Edit {
  const joint = language === 'fr' ? ' ' : ''
  const more = randomPhrase(random, language)
  if (edit.come === '' || random.below(2)) return { ...edit, come: `${more}${joint}${edit.come}` }
  return { ...edit, come: edit.come.endsWith(' ') ? `${edit.come}${more} ` : `${edit.come}${joint}${more}` }
}
