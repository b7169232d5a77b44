/** What the issued document says besides the adopted words, in both languages: it belongs to both delegations. */
import type { Language } from '../model/language.ts'

export const ISSUED_WORDS = {
  fr: {
    adopted: 'Texte adopté le {{day}}',
    equal:
      'Les textes français et japonais font également foi. Chaque ligne porte un paragraphe et son numéro.',
    missing: '(sans texte français)',
    notes: 'Notes',
    seals: 'Sceaux',
    'seal.fra': 'Pour la partie française',
    'seal.jap': 'Pour la partie japonaise',
    fingerprint: 'Empreinte SHA-256 du texte adopté',
    check:
      'Pour vérifier ce fichier : « npm run cli -- check FICHIER », ou la page publique du texte. L’empreinte doit être celle que les deux comités ont publiée.',
    corrigenda: 'Corrigenda',
    corrigendum: 'Corrigendum n° {{number}}, {{day}}',
    before: 'Au lieu de',
    after: 'Lire',
    nothing: '(rien)',
    paragraph: 'Paragraphe {{number}}',
  },
  ja: {
    adopted: '{{day}}採択',
    equal: 'フランス語文及び日本語文は、ひとしく正文とする。各行は一つの段落とその番号を示す。',
    missing: '（日本語文なし）',
    notes: '注',
    seals: '押印',
    'seal.fra': 'フランス側',
    'seal.jap': '日本側',
    fingerprint: '採択文のSHA-256ハッシュ値',
    check:
      'このファイルの確認方法：「npm run cli -- check ファイル名」又は公開ページ。ハッシュ値は、双方の委員会が公表したものと一致しなければならない。',
    corrigenda: '正誤表',
    corrigendum: '正誤表 第{{number}}号（{{day}}）',
    before: '誤',
    after: '正',
    nothing: '（なし）',
    paragraph: '第{{number}}段落',
  },
} as const satisfies Record<Language, Record<string, string>>
