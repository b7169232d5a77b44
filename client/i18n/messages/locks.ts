/** [A4] Paragraphs that are agreed and locked, where one writes. */
import { defineMessages } from '../define-messages.ts'

export const locks = defineMessages('locks', {
  fr: {
    lockedHere:
      'Ce paragraphe est convenu et verrouillé : il ne se modifie pas. La présidence d’une partie peut le rouvrir, avec un motif.',
    notTaken: {
      one: 'Un paragraphe était verrouillé : ce que vous y aviez écrit n’a pas été enregistré',
      other: '{{count}} paragraphes étaient verrouillés : ce que vous y aviez écrit n’a pas été enregistré',
    },
    notTakenMeans:
      'Les deux parties en étaient convenues entre-temps. Vos mots sont ci-dessous ; tout ce que vous avez écrit ailleurs est conservé.',
    unitNumber: 'Paragraphe {{n}}',
    takenOut: '(vous aviez supprimé ce texte)',
    copyWords: 'Copier mes mots',
    copied: 'Copié',
    forgetWords: 'Ne plus afficher',
  },
  ja: {
    lockedHere:
      'この段落は合意済みでロックされているため、変更できません。いずれかの側の代表が、理由を付して再協議とすることができます。',
    notTaken: {
      other: 'ロックされた段落が{{count}}件あり、そこに書かれた内容は保存されませんでした',
    },
    notTakenMeans:
      'その間に双方が合意した段落です。書かれた内容は以下のとおりです。ほかの段落に書かれた内容は、すべて保存されています。',
    unitNumber: '段落{{n}}',
    takenOut: '（この文は削除されていました）',
    copyWords: '書いた内容をコピー',
    copied: 'コピーしました',
    forgetWords: '表示を消す',
  },
  en: {
    lockedHere:
      'This paragraph is agreed and locked: it is not changed. The chair of either side may reopen it, with a reason.',
    notTaken: {
      one: 'A paragraph was locked: what you had written there was not stored',
      other: '{{count}} paragraphs were locked: what you had written there was not stored',
    },
    notTakenMeans:
      'Both sides had agreed to it meanwhile. Your words are below; everything you wrote elsewhere is kept.',
    unitNumber: 'Paragraph {{n}}',
    takenOut: '(you had taken this text out)',
    copyWords: 'Copy my words',
    copied: 'Copied',
    forgetWords: 'Stop showing this',
  },
})
