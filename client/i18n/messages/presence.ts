/** Who of one's circle is here, where, and the choice to be seen. */
import { defineMessages } from '../define-messages.ts'

export const presence = defineMessages('presence', {
  fr: {
    hereNow: 'Présents en ce moment',
    nobody: 'Personne d’autre de votre cercle n’est là.',
    onText: 'Aussi sur ce texte :',
    draft: 'brouillon',
    unit: 'paragraphe {{number}}',
    hidden: 'Vous n’apparaissez pas aux autres.',
    change: 'Changer',
    title: 'Présence',
    shows: 'Montrer que je suis là, et où',
    showsHint:
      'Seuls le voient les membres de votre partie, ou ceux de l’organisation si vous en êtes ; dans un brouillon commun, ceux des deux parties qui l’ont ouvert. Sans cela, votre nom, votre curseur et votre dernière venue n’apparaissent à personne ; ce que vous écrivez arrive comme avant, et vous continuez de voir les autres.',
    saved: 'Choix enregistré.',
  },
  ja: {
    hereNow: '在席中',
    nobody: '公開範囲内に、ほかに在席中の方はいません。',
    onText: 'この文書を開いている方：',
    draft: '案',
    unit: '段落{{number}}',
    hidden: '自分の在席状況は、他の方に表示されていません。',
    change: '変更',
    title: '在席状況',
    shows: '在席していること、および開いている箇所を表示する',
    showsHint:
      '表示されるのは、自分と同じ側の方（運営担当の場合は、ほかの運営担当）に限ります。双方共同の案では、その案を開いている両側の方にも表示されます。オフにすると、氏名、カーソル、最終アクセス日時は誰にも表示されません。入力した内容は従来どおり反映され、他の方の在席状況も引き続き確認できます。',
    saved: '設定を保存しました。',
  },
  en: {
    hereNow: 'Here now',
    nobody: 'Nobody else of your circle is here.',
    onText: 'Also on this text:',
    draft: 'draft',
    unit: 'paragraph {{number}}',
    hidden: 'You are not shown to the others.',
    change: 'Change',
    title: 'Presence',
    shows: 'Show that I am here, and where',
    showsHint:
      'Only the members of your side see it, or the organisers if you are one; in a joint draft, those of both sides who have it open. Without it, your name, your caret and your last visit are shown to nobody; what you write arrives as before, and you go on seeing the others.',
    saved: 'Choice saved.',
  },
})
