import { describe, expect, test } from 'vitest'
import { checkFile } from '../../../shared/issue/check-file.ts'
import { dataInHtml, issuedHtml } from '../../../shared/issue/issued-html.ts'
import { ISSUED_FORMAT, type IssuedText } from '../../../shared/issue/issued-text.ts'
import type { BilingualText, Block, Inline } from '../../../shared/model/bilingual-text.ts'
import { canonicalForm, canonicalHash } from '../../../shared/model/canonical-form.ts'
import { corrigendumForm } from '../../../shared/model/corrigendum.ts'
import type { BlockId, FactId, UnitId } from '../../../shared/model/ids.ts'

const block = (
  unit: string,
  language: string,
  content: readonly Inline[],
  kind: Block['kind'] = 'paragraph',
) => ({ id: `${unit}-${language}` as BlockId, unit: unit as UnitId, kind, level: 1, content }) satisfies Block
const words = (text: string): Inline[] => [{ type: 'text', text }]

const TEXT: BilingualText = {
  fr: [
    block('u1', 'fr', words('Déclaration'), 'title'),
    block('u2', 'fr', [
      ...words('Nous, <réunis> à '),
      { type: 'fact', fact: 'host' as FactId },
      { type: 'note', text: 'Palais des "Festivals"' },
      { type: 'text', text: ' & ailleurs', marks: [{ type: 'link', href: 'javascript:alert(1)' }] },
    ]),
    block('u3', 'fr', words('S’engagent'), 'commitment'),
  ],
  ja: [
    block('u1', 'ja', words('宣言'), 'title'),
    block('u2', 'ja', [{ type: 'text', text: '葛󠄀城市', marks: [{ type: 'ruby', rt: 'かつらぎし' }] }]),
  ],
}
const FACTS = { ['host' as FactId]: { fr: 'Cannes', ja: 'カンヌ' } }

async function issued(): Promise<IssuedText> {
  const canonical = canonicalForm(TEXT, FACTS)
  const sha256 = await canonicalHash(canonical)
  const before = { fr: [TEXT.fr[2]!], ja: [] }
  const after = { fr: [{ ...TEXT.fr[2]!, content: words('S’engagent à agir') }], ja: [] }
  const corrigendum = corrigendumForm({
    ...{ number: 1, adopted: sha256, previous: null, at: '2031-10-25T08:00:00.000Z' },
    ...{ changes: [{ unit: 'u3' as UnitId, before, after }], reason: { fr: 'Mot oublié.', ja: '脱字。' } },
  })
  return {
    format: ISSUED_FORMAT,
    edition: {
      number: 3,
      name: { fr: 'Rencontres', ja: '会議' },
      place: { fr: 'Ville hôte', ja: '開催都市' },
    },
    title: { fr: 'Déclaration finale', ja: '最終宣言' },
    label: 'Adopté',
    canonical,
    sha256,
    adoptedAt: '2031-10-31T23:30:00.000Z',
    zone: 'Europe/Paris',
    seals: [
      { side: 'fra', by: { fr: 'Présidence FRA', ja: 'フランス側委員長' }, at: '2031-10-31T23:00:00.000Z' },
      { side: 'jap', by: null, at: '2031-10-31T23:30:00.000Z' },
    ],
    corrigenda: [{ canonical: corrigendum, sha256: await canonicalHash(corrigendum) }],
  }
}

const faultsOf = async (content: string) => {
  const checked = await checkFile(content)
  return checked.kind === 'issued' ? checked.faults : checked.kind
}

describe('[S3] the issued document', () => {
  test('has both languages on a line, numbers, notes, values of facts, the day in the host’s zone and the hash', async () => {
    const html = issuedHtml(await issued())
    expect(html).toContain('adopté le 1er novembre 2031')
    expect(html).toContain('2031年11月1日採択')
    expect(html).toContain('Nous, &lt;réunis&gt; à Cannes<sup>1</sup> &amp; ailleurs')
    expect(html).toContain('<li>Palais des &quot;Festivals&quot;</li>')
    expect(html).toContain('<span>1.</span><span>S’engagent</span>')
    expect(html).toContain('<rt>かつらぎし</rt>')
    expect(html).toContain('（日本語文なし）')
    expect(html).toContain((await issued()).sha256)
    expect(html).toContain('S’engagent à agir')
    expect(html).not.toContain('href="javascript')
  })

  test('holds its data, whatever the words are', async () => {
    const text = { ...(await issued()), title: { fr: '</script><script>alert(1)</script>', ja: '—' } }
    const html = issuedHtml(text)
    expect(dataInHtml(html)).toEqual(text)
    expect(html.match(/<script/g)).toHaveLength(1)
  })
})

describe('[S3] a file is checked by itself:', () => {
  test('the document and the data as they were issued hold, also with the line ends of another system', async () => {
    const text = await issued()
    const html = issuedHtml(text)
    for (const content of [html, `\uFEFF${html.replaceAll('\n', '\r\n')}`, JSON.stringify(text, null, 2)])
      expect(await faultsOf(content)).toEqual([])
  })

  test('a printed word that was changed, though the data was not', async () => {
    const html = issuedHtml(await issued())
    expect(await faultsOf(html.replace('S’engagent</span>', 'S’engagent peu</span>'))).toEqual(['words'])
  })

  test('a word changed in both the data and the print', async () => {
    const text = await issued()
    const forged = { ...text, canonical: text.canonical.replace('Déclaration', 'Proclamation') }
    expect(await faultsOf(issuedHtml(forged))).toContain('hash')
  })

  test('data that is in no canonical form, though its hash holds', async () => {
    const text = await issued()
    const canonical = `${text.canonical} `
    expect(
      await faultsOf(JSON.stringify({ ...text, canonical, sha256: await canonicalHash(canonical) })),
    ).toEqual(['form'])
  })

  test('a corrigendum altered, left out before another, or no corrigendum at all', async () => {
    const text = await issued()
    const [first] = text.corrigenda
    for (const corrigenda of [
      [{ ...first!, canonical: first!.canonical.replace('Mot', 'Mots') }],
      [first!, first!],
      [{ canonical: '{"format":"concordance-corrigendum/1"}', sha256: first!.sha256 }],
      [{ canonical: 'none', sha256: first!.sha256 }],
    ])
      expect(await faultsOf(JSON.stringify({ ...text, corrigenda }))).toContain('corrigenda')
  })

  test('the canonical form alone gives its hash', async () => {
    const { canonical, sha256 } = await issued()
    expect(await checkFile(`${canonical}\n`)).toEqual({ kind: 'canonical', sha256 })
  })

  test('whatever else a file holds is unknown', async () => {
    for (const content of [
      '',
      '{}',
      'null',
      '<html></html>',
      '{"format":"concordance-text/1","fr":5}',
      '<script type="application/json" id="issued">{"format":1}</script>',
    ])
      expect(await checkFile(content)).toEqual({ kind: 'unknown' })
  })
})
