/** The digest by mail: its settings in the profile, the pages that its links open. What the mails say is server/mail/mail-words.ts. */
import { defineMessages } from '../define-messages.ts'

export const digest = defineMessages('digest', {
  fr: {
    title: 'Récapitulatif par courriel',
    lead: 'Un message par jour au plus, avec ce qui a changé depuis le précédent ou depuis votre dernière visite à l’accueil, et ce qui vous attend. Quand il n’y a rien de nouveau, rien n’est envoyé ce jour-là.',
    on: 'Recevoir le récapitulatif',
    address: 'Adresse électronique',
    'address-hint':
      'Le message contient des passages de textes réservés à votre délégation : choisissez une boîte que vous êtes seul(e) à lire.',
    hour: 'À partir de',
    'hour-at': '{{hour}} h',
    'hour-hint': 'À l’heure de votre fuseau : {{zone}}.',
    save: 'Enregistrer ces réglages',
    saved: 'Réglages du récapitulatif enregistrés',
    sent: 'Lien de confirmation envoyé',
    'to-confirm-title': 'Adresse à confirmer',
    'to-confirm':
      'Un lien a été envoyé à {{address}}. Rien d’autre n’y sera envoyé tant que vous ne l’aurez pas ouvert. Il reste valable deux jours.',
    resend: 'Renvoyer le lien',
    active: 'Adresse confirmée : {{address}}. Prochain envoi à partir de {{hour}} h, s’il y a du nouveau.',
    off: 'Le récapitulatif n’est pas envoyé.',
    'confirm-title': 'Confirmer votre adresse',
    'confirm-lead':
      'Le récapitulatif quotidien sera envoyé à l’adresse où vous avez reçu ce lien. Il contient des passages de textes réservés à votre délégation.',
    'confirm-act': 'Confirmer cette adresse',
    'confirm-done-title': 'Adresse confirmée',
    'confirm-done':
      'Le récapitulatif arrivera à partir de {{hour}} h ({{zone}}), dès qu’il y aura du nouveau.',
    'confirm-dead':
      'Ce lien n’est pas utilisable avec ce compte : il a expiré, il a déjà servi, un plus récent l’a remplacé, ou il concerne une autre personne.',
    'confirm-refused': 'Vous pouvez demander un nouveau lien depuis votre profil.',
    'to-profile': 'Aller au profil',
    'end-title': 'Ne plus recevoir le récapitulatif',
    'end-lead':
      'Plus aucun récapitulatif ne sera envoyé à l’adresse où vous avez reçu ce lien. Votre compte et vos mandats ne changent pas.',
    'end-act': 'Ne plus l’envoyer',
    'end-done-title': 'Le récapitulatif n’est plus envoyé',
    'end-done': 'Vous pourrez le reprendre à tout moment depuis votre profil.',
    'to-start': 'Aller à l’accueil',
  },
  ja: {
    title: 'ダイジェストメール',
    lead: '前回のメール、または前回ホームをご覧になってからの変更と、ご対応が必要な事項を、1日1通までお送りします。新しい動きがない日は送信しません。',
    on: 'ダイジェストメールを受け取る',
    address: 'メールアドレス',
    'address-hint':
      'メールには、所属する側に限って公開されている文書の一部が含まれます。ご本人だけが読めるアドレスをご指定ください。',
    hour: '送信時刻',
    'hour-at': '{{hour}}時以降',
    'hour-hint': 'ご自身のタイムゾーン（{{zone}}）の時刻です。',
    save: 'この設定を保存',
    saved: 'ダイジェストメールの設定を保存しました',
    sent: '確認用リンクを送信しました',
    'to-confirm-title': 'アドレスの確認が必要です',
    'to-confirm':
      '{{address}} に確認用のリンクを送信しました。リンクを開いて確認されるまで、ほかのメールは送信されません。リンクの有効期間は2日間です。',
    resend: 'リンクを再送',
    active: '確認済みのアドレス：{{address}}　次回は{{hour}}時以降、新しい動きがある場合に送信します。',
    off: 'ダイジェストメールは送信されていません。',
    'confirm-title': 'メールアドレスの確認',
    'confirm-lead':
      'このリンクを受け取ったアドレスに、ダイジェストメールをお送りします。メールには、所属する側に限って公開されている文書の一部が含まれます。',
    'confirm-act': 'このアドレスを確認',
    'confirm-done-title': 'アドレスを確認しました',
    'confirm-done': '新しい動きがあれば、{{hour}}時以降（{{zone}}）にお送りします。',
    'confirm-dead':
      'このリンクは、このアカウントでは使用できません。有効期限切れ、使用済み、再送により無効、または別の方宛てのリンクです。',
    'confirm-refused': '新しいリンクは、プロフィールから送信できます。',
    'to-profile': 'プロフィールへ',
    'end-title': 'ダイジェストメールの配信停止',
    'end-lead':
      'このリンクを受け取ったアドレスへのダイジェストメールを停止します。アカウントと担当に変更はありません。',
    'end-act': '配信を停止',
    'end-done-title': '配信を停止しました',
    'end-done': 'プロフィールから、いつでも再開できます。',
    'to-start': 'ホームへ',
  },
  en: {
    title: 'Digest by mail',
    lead: 'One message a day at most, with what changed since the one before or since your last visit to the first page, and what awaits you. When there is nothing new, nothing is sent that day.',
    on: 'Receive the digest',
    address: 'Mail address',
    'address-hint':
      'The message contains passages of texts that only your delegation may read: choose a mailbox that nobody else reads.',
    hour: 'From',
    'hour-at': '{{hour}}:00 on',
    'hour-hint': 'On the clock of your time zone: {{zone}}.',
    save: 'Save these settings',
    saved: 'Settings of the digest saved',
    sent: 'Confirmation link sent',
    'to-confirm-title': 'Address to be confirmed',
    'to-confirm':
      'A link was sent to {{address}}. Nothing else is sent there until you have opened it. It is valid for two days.',
    resend: 'Send the link again',
    active: 'Address confirmed: {{address}}. Next sent from {{hour}}:00 on, if there is something new.',
    off: 'The digest is not sent.',
    'confirm-title': 'Confirm your address',
    'confirm-lead':
      'The daily digest will be sent to the address at which you got this link. It contains passages of texts that only your delegation may read.',
    'confirm-act': 'Confirm this address',
    'confirm-done-title': 'Address confirmed',
    'confirm-done':
      'The digest will arrive from {{hour}}:00 on ({{zone}}), as soon as there is something new.',
    'confirm-dead':
      'This link cannot be used with this account: it has expired, was used, was replaced by a newer one, or is somebody else’s.',
    'confirm-refused': 'You can ask for a new link in your profile.',
    'to-profile': 'Go to the profile',
    'end-title': 'Stop the digest',
    'end-lead':
      'No more digests will be sent to the address at which you got this link. Your account and your mandates stay as they are.',
    'end-act': 'Stop it',
    'end-done-title': 'The digest is no longer sent',
    'end-done': 'You can take it up again in your profile at any time.',
    'to-start': 'Go to the first page',
  },
})
