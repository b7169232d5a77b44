/** A file from outside compared with a version or a draft, without keeping it. */
import { defineMessages } from '../define-messages.ts'

export const compareFile = defineMessages('compare-file', {
  fr: {
    title: 'Comparer un fichier',
    lead: 'Apportez un texte, dans une langue ou dans les deux : il est comparé à un état de ce texte, puis oublié. Rien n’en est enregistré.',
    back: 'Retour au texte',
    sources: 'Le fichier',
    against: 'Comparer à',
    order: 'Le fichier est',
    fileNew: 'le nouveau texte',
    fileOld: 'l’ancien texte',
    act: 'Comparer',
    needed: 'Il faut un texte dans l’une des langues au moins.',
    result: 'Ce qui diffère',
    file: 'fichier',
    heading: '{{from}} → {{to}}',
    words:
      'Seuls les mots et l’ordre des paragraphes sont comparés : un fichier ne dit sûrement ni la nature des paragraphes, ni la mise en forme, ni les notes.',
    oneLanguage: 'Une seule langue a été apportée : l’autre est prise telle qu’elle est.',
  },
  ja: {
    title: 'ファイルと比較',
    lead: 'フランス語、日本語のいずれか、または両方の文書を取り込み、この文書の版または案と比較します。取り込んだ内容は保存されません。',
    back: '文書に戻る',
    sources: 'ファイル',
    against: '比較の相手',
    order: 'ファイルの位置付け',
    fileNew: '新しい文書',
    fileOld: '古い文書',
    act: '比較',
    needed: '少なくとも一方の言語の文書が必要です。',
    result: '相違点',
    file: 'ファイル',
    heading: '{{from}} → {{to}}',
    words:
      '比較するのは語句と段落の順序のみです。段落の種別、書式、注はファイルからは確実に読み取れないため、比較しません。',
    oneLanguage: '一方の言語のみが取り込まれました。他方の言語は現状のままとして扱います。',
  },
  en: {
    title: 'Compare a file',
    lead: 'Bring in a text, in one language or both: it is compared with a state of this text, then forgotten. Nothing of it is stored.',
    back: 'Back to the text',
    sources: 'The file',
    against: 'Compare with',
    order: 'The file is',
    fileNew: 'the new text',
    fileOld: 'the old text',
    act: 'Compare',
    needed: 'A text in one of the languages at least is needed.',
    result: 'What differs',
    file: 'file',
    heading: '{{from}} → {{to}}',
    words:
      'Only the words and the order of the paragraphs are compared: a file does not say reliably what kind its paragraphs are, nor their formatting, nor the notes.',
    oneLanguage: 'One language was brought in: the other is taken as it is.',
  },
})
