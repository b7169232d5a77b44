import { expect, test } from 'vitest'
import { isSpace, PATTERNS, tokenCuts } from '../../../shared/compare/token-cuts.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { seeded } from '../../support/seeded.ts'
import { universalDeclaration } from '../align/universal-declaration.ts'
import { randomWording } from './random-wording.ts'

test('[C1] the quick way to cut tokens cuts where the patterns do', () => {
  const texts = {
    fr: universalDeclaration('fra').map(({ text }) => text),
    ja: [...universalDeclaration('jpn'), ...universalDeclaration('jpn_tokyo')].map(({ text }) => text),
  }
  for (const language of LANGUAGES) {
    for (let seed = 1; seed <= 4_000; seed++) texts[language].push(randomWording(seeded(seed), language))
    for (let seed = 1; seed <= 2_000; seed++) texts[language].push(randomCharacters(seed))
    for (const text of texts[language]) {
      const pieces = patternPieces(text, language)
      const cuts = new Set(tokenCuts(text, language))
      for (const { at, piece } of pieces) {
        if (!cuts.delete(at)) expect.fail(`no token at ${at} of ${JSON.stringify(text)}`)
        // Runs of Japanese script are cut further, into words.
        if (JAPANESE.test(piece))
          for (let inside = 1; inside < piece.length; inside++) cuts.delete(at + inside)
      }
      if (cuts.size) expect.fail(`tokens at ${[...cuts]} of ${JSON.stringify(text)}`)
    }
  }
})

test('[C1] white space is what the pattern language says', () => {
  for (let code = 0; code <= 0xffff; code++)
    if (isSpace(code) !== /\s/.test(String.fromCharCode(code))) expect.fail(code.toString(16))
})

const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3006\u30fc\uff9e\uff9f]/u

function patternPieces(text: string, language: Language) {
  return [...text.matchAll(new RegExp(PATTERNS[language].source, 'gv'))]
    .map(({ index, 0: piece }) => ({ at: index, piece }))
    .filter(({ at, piece }) => at === 0 || !/^\s/.test(piece))
}

/** Characters around the edges of what the quick way takes for plain. */
function randomCharacters(seed: number): string {
  const random = seeded(seed)
  const edges = [
    0x20, 0x2e, 0x41, 0x5b, 0x7a, 0xa0, 0xaa, 0xb5, 0xc0, 0xd7, 0xdf, 0xf7, 0xff, 0x100, 0x152, 0x300,
  ]
  const more = [
    0x2019, 0x202f, 0x2010, 0x2e80, 0x3000, 0x3005, 0x3041, 0x3099, 0x30a1, 0x30fb, 0x30ff, 0x4e00, 0x9ff0,
  ]
  return Array.from({ length: 1 + random.below(12) }, () => {
    const edge = random.pick([...edges, ...more, 0xff08, 0xff10, 0xff9e, 0x1f600, 0x20b9f])
    return String.fromCodePoint(Math.max(1, edge - 2 + random.below(5)))
  }).join('')
}
