import { expect, test } from 'vitest'
import { pageRule } from '../../../client/features/compare/use-printed-page.ts'

const page = {
  orientation: 'landscape',
  topLeft: 'Déclaration finale',
  topRight: '新旧対照表 – V1 → V1-FRA',
  bottomLeft: 'SHA-256 – V1: 728c15f2c05a',
  language: 'fr',
} as const

test('[C4] the sheet is A4 with the document, its states, their prints, the day and the page in its margins', () => {
  const rule = pageRule(page, 'jeu. 26 novembre 2026')
  expect(rule).toContain('size: A4 landscape;')
  expect(rule).toContain('@top-left { content: "Déclaration finale";')
  expect(rule).toContain('@top-right { content: "新旧対照表 – V1 → V1-FRA";')
  expect(rule).toContain('@bottom-left { content: "SHA-256 – V1: 728c15f2c05a";')
  expect(rule).toContain('"jeu. 26 novembre 2026 – " counter(page) " / " counter(pages);')
})

test('[fault 19] a title stays words, whatever signs it holds', () => {
  const hostile = '"; } body { display: none } @import url(//evil)\\'
  const rule = pageRule({ ...page, topLeft: `${hostile}\n</style>` }, '')
  expect(rule).toContain(
    'content: "\\22 ; \\7d  body \\7b  display: none \\7d  \\40 import url(\\2f \\2f evil)\\5c \\a \\3c \\2f style\\3e "',
  )
  expect(rule.match(/[{}]/g)).toHaveLength(pageRule(page, '').match(/[{}]/g)!.length)
})
