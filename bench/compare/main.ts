/**
 * `npm run bench -- compare [--limit <seconds>]`: how long a comparison takes beside jsdiff's diffWords on
 * the whole text, and how the changes of each tool read, paragraph by paragraph.
 */
import { spawnSync } from 'node:child_process'
import { compareTexts } from '../../shared/compare/comparison.ts'
import { plainText } from '../../shared/model/bilingual-text.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import { universalDeclaration } from '../../test/shared/align/universal-declaration.ts'
import {
  f1,
  foundEdits,
  LABELS,
  passedBy,
  type Reading,
  read,
} from '../../test/shared/compare/comparison-quality.ts'
import { measureFates } from '../../test/shared/compare/fate-quality.ts'
import { generatedRevision, generatedText, withoutIds } from '../../test/shared/compare/generated-revision.ts'
import { seeded } from '../../test/support/seeded.ts'
import type { Measurement } from './measure.ts'
import { allTools } from './tools.ts'

const SIZES = [60, 600, 6000]
const LIMIT_SECONDS = 60

export async function main(args: readonly string[]): Promise<void> {
  const limit = args.includes('--limit') ? Number(args[args.indexOf('--limit') + 1]) : LIMIT_SECONDS
  console.log(
    `Node ${process.version}, ICU ${process.versions.icu}; 15 % of the blocks touched; milliseconds of processor time`,
  )
  console.table(SIZES.flatMap(blocks => LANGUAGES.map(language => timing(blocks, language, limit))))
  for (const language of LANGUAGES) {
    const pairs = paragraphPairs(language)
    console.log(`${language}: ${pairs.length} changed paragraphs ${SOURCE[language]}`)
    console.table((await allTools()).map(tool => quality(tool, pairs, language)))
  }
  console.log(`matching in ${REVISIONS} generated revisions of 80 units, 15 % of them touched`)
  console.table([true, false].flatMap(ids => LANGUAGES.flatMap(language => matching(ids, language))))
  console.log(`fates of amendments in ${FATE_ROUNDS} generated rounds of 60 units, 30 % of them amended`)
  console.table([true, false].flatMap(fates))
}

const REVISIONS = 200
const FAR = 'moved past three or more'

/** Precision and recall of links and labels, against the recorded edits. */
function matching(ids: boolean, language: Language) {
  const found: string[] = []
  const truth: string[] = []
  for (let seed = 1; seed <= REVISIONS; seed++) {
    const random = seeded(seed)
    const { old, new: now, edits } = generatedRevision(random, generatedText(random, 80), 0.15)
    const of = foundEdits(compareTexts(old, ids ? now : withoutIds(now)), language)
    const farMoves = (labels: readonly string[]) =>
      labels
        .filter(label => label.startsWith('moved:'))
        .filter(label => passedBy(old[language], now[language], Number(label.slice(6))) > 2)
        .map(label => `${FAR}:${label}`)
    const named = ({ links, labels }: typeof of) =>
      [...links.map(link => `links:${link}`), ...labels, ...farMoves(labels)].map(item => `${item}@${seed}`)
    found.push(...named(of))
    truth.push(...named(edits[language]))
  }
  return ['links', ...LABELS, FAR].map(what => {
    const only = (items: readonly string[]) => items.filter(item => item.startsWith(`${what}:`))
    const [mine, theirs] = [only(found), only(truth)]
    const known = new Set(theirs)
    const right = mine.filter(item => known.has(item)).length
    return {
      ids,
      language,
      what,
      precision: Number((right / mine.length).toFixed(4)),
      recall: Number((right / theirs.length).toFixed(4)),
      F1: Number(f1(mine, theirs).toFixed(4)),
    }
  })
}

const FATE_ROUNDS = 1_000

function fates(ids: boolean) {
  const measured = measureFates({ seeds: FATE_ROUNDS, units: 60, touched: 0.3, own: 0.15, ids })
  return LANGUAGES.map(language => {
    const { judged, right, confused } = measured[language]
    return {
      language,
      'ids in the following version': ids,
      amendments: judged,
      'right %': Number(((100 * right) / judged).toFixed(2)),
      'taken for its contrary %': Number(((100 * confused) / judged).toFixed(3)),
    }
  })
}

function timing(blocks: number, language: Language, limit: number) {
  const [ids, content, words] = ['ours', 'ours-by-content', 'diffWords'].map(tool =>
    measure(tool, language, blocks, limit),
  )
  return {
    blocks,
    language,
    'first of a process (60)': shown(ids?.first),
    'by id, cold': shown(ids?.cold),
    'by id, warm': shown(ids?.warm),
    'by content, cold': shown(content?.cold),
    diffWords: words ? shown(words.cold) : `> ${limit * 1000}`,
    'times faster': ids ? `${words ? '' : '> '}${Math.round((words?.cold ?? limit * 1000) / ids.cold)}` : '',
  }
}

function measure(tool: string, language: Language, blocks: number, limit: number): Measurement | null {
  const script = new URL('measure.ts', import.meta.url).pathname
  const child = spawnSync(process.execPath, [script, tool, language, String(blocks)], {
    timeout: limit * 1000,
    encoding: 'utf8',
  })
  return child.status === 0 ? JSON.parse(child.stdout) : null
}

function shown(milliseconds: number | null | undefined): string {
  return milliseconds === null || milliseconds === undefined
    ? ''
    : milliseconds.toFixed(milliseconds < 10 ? 2 : 0)
}

const SOURCE = {
  fr: 'of generated revisions',
  ja: 'of genuine pairs (three Japanese versions of the Universal Declaration) and of generated revisions',
} as const

type Pair = readonly [old: string, now: string]

function paragraphPairs(language: Language): Pair[] {
  const pairs: Pair[] = []
  for (let seed = 1; seed <= 20; seed++) {
    const random = seeded(seed)
    const { old, new: now } = generatedRevision(random, generatedText(random, 80), 0.4)
    const byId = new Map(old[language].map(block => [block.id, plainText(block)]))
    for (const block of now[language]) {
      const before = byId.get(block.id)
      if (before !== undefined && before !== plainText(block)) pairs.push([before, plainText(block)])
    }
  }
  if (language === 'fr') return pairs
  const [tokyo, osaka] = [universalDeclaration('jpn_tokyo'), universalDeclaration('jpn_osaka')]
  const genuine = tokyo.map(({ text }, place) => [text, osaka[place]!.text] as const)
  return [...genuine.filter(([a, b]) => a !== b), ...pairs]
}

function quality(
  tool: Awaited<ReturnType<typeof allTools>>[number],
  pairs: readonly Pair[],
  language: Language,
) {
  const reading: Reading = { paragraphs: 0, changes: 0, islands: 0, cuts: 0, marked: 0 }
  let rebuilt = 0
  const results = pairs.map(([a, b]) => tool.paragraph(a, b, language))
  results.forEach((segments, index) => {
    if (!segments) return
    rebuilt++
    read(segments, language, reading, ...pairs[index]!)
  })
  const per = (part: number, of: number, times = 1) => Number(((times * part) / of).toFixed(2))
  return {
    tool: tool.name,
    'both texts rebuilt %': per(rebuilt, pairs.length, 100),
    'changes a paragraph': per(reading.changes, reading.paragraphs),
    'islands a hundred paragraphs': per(reading.islands, reading.paragraphs, 100),
    'cuts inside a word a hundred changes': per(reading.cuts, reading.changes, 100),
    'characters marked a paragraph': per(reading.marked, reading.paragraphs),
  }
}
