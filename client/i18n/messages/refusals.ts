/** One message per refusal the server may answer, and for the failures that never reach it. */
import type { RefusalId } from '../../../shared/protocol/refusals.ts'
import { defineMessages } from '../define-messages.ts'

type Told = { readonly [R in RefusalId | 'unreachable']: string }

const fr = {
  'not-signed-in': 'Votre session a pris fin. Connectez-vous de nouveau.',
  'wrong-credentials': 'Identifiant ou mot de passe incorrect.',
  'not-found': 'Introuvable : cette page n’existe pas, ou votre mandat n’y donne pas accès.',
  'not-allowed': 'Votre mandat ne permet pas cette action.',
  'foreign-origin': 'Demande refusée : elle vient d’une autre adresse que celle de ce service.',
  invalid: 'Une valeur n’est pas valable. Vérifiez la saisie.',
  'link-unknown':
    'Ce lien n’est pas reconnu. Vérifiez qu’il a été copié en entier, ou demandez-en un nouveau au secrétariat.',
  'link-expired': 'Ce lien a expiré. Demandez-en un nouveau au secrétariat.',
  'link-used':
    'Ce lien a déjà servi ; il n’est valable qu’une fois. Connectez-vous, ou demandez-en un nouveau au secrétariat.',
  'login-taken': 'Cet identifiant est déjà pris. Choisissez-en un autre.',
  'password-too-short': 'Mot de passe trop court : il faut au moins dix caractères.',
  'wrong-password': 'Le mot de passe actuel est incorrect.',
  'already-set-up': 'L’installation est déjà faite. Connectez-vous.',
  'too-many-attempts': 'Trop d’essais. Patientez quelques minutes avant de recommencer.',
  'not-your-turn': 'Ce n’est pas le tour de votre partie.',
  'draft-closed': 'Ce brouillon a été transmis : on ne peut plus le modifier.',
  'text-changed-since-preview':
    'Le texte a changé depuis l’aperçu. Relisez le nouvel aperçu avant de transmettre.',
  'nothing-to-transmit': 'Le texte est vide dans l’une des deux langues : il ne peut pas être transmis.',
  'amendments-undecided':
    'Des amendements restent à décider : décidez-les ou réservez-les avant de transmettre.',
  'reason-missing': 'Un rejet doit être motivé : indiquez le motif dans une langue au moins.',
  'cover-note-missing': 'Il manque la note d’accompagnement.',
  'stage-not-current': 'Cette étape n’est pas en cours.',
  'fact-in-use': 'Cette donnée est employée dans un texte : on ne peut pas la retirer de la liste.',
  'stage-in-use': 'Cette étape a déjà un brouillon ou une version : on ne peut pas la supprimer.',
  'penholder-fixed':
    'Une version a déjà été transmise : la partie qui propose la première version ne peut plus changer.',
  'last-organiser': 'C’est le dernier mandat d’organisation : nommez d’abord une autre personne.',
  'already-acknowledged': 'La réception a déjà été confirmée.',
  'passage-not-found':
    'Le passage commenté a changé entre-temps. Votre commentaire est conservé : choisissez de nouveau le passage.',
  'audience-not-allowed':
    'Ici, ce fil ne peut pas être ouvert pour ce cercle : les mots d’un brouillon privé ne sortent pas de votre délégation.',
  'called-cannot-read':
    'Une des personnes appelées ne peut pas lire ce fil. Retirez la mention, ou ouvrez un fil pour un cercle plus large.',
  'submission-superseded': 'Une version plus récente a été remise entre-temps. Examinez celle-là.',
  'workshop-has-texts':
    'Un texte de cet atelier a déjà été commencé : on ne peut pas supprimer l’atelier sans perdre ce qui est écrit.',
  'workshop-has-leads':
    'Un mandat ou une invitation désigne un chef de cet atelier : mettez-y fin d’abord, à la page « Personnes ».',
  'workshop-is-chosen':
    'Des collectivités ont choisi cet atelier ou y interviennent : modifiez d’abord ces participations.',
  'intervention-begun':
    'Le résumé de cette intervention a déjà été commencé par les chefs d’atelier : il reste où il est.',
  'takes-part-already':
    'Cette participation existe déjà : les mêmes collectivités, dans la même composition.',
  'proposal-changed':
    'Cette proposition a changé entre-temps : ses mots ont été modifiés, ou elle a été retirée ou inscrite. Relisez-la.',
  'unit-edited':
    'Le paragraphe a été modifié depuis : les deux modifications se touchent. Modifiez les mots proposés, puis décidez.',
  'coverage-open':
    'Des paragraphes du résumé ne sont pas encore traités dans la dernière version : la couverture ne peut pas être signée.',
  'nothing-to-publish': 'Ce texte n’est pas encore adopté : il n’y a rien à ouvrir au public.',
  'pair-changed':
    'Un paragraphe a changé depuis que vous l’avez lu. Relisez-le avant de donner votre accord.',
  'not-unchanged':
    'Un des paragraphes diffère de la version indiquée : rien n’a été consenti. Relisez la liste, puis recommencez.',
  'not-on-table':
    'Ce n’est plus le texte sur la table : une version plus récente ou un brouillon commun l’a remplacé. Donnez votre accord là.',
  'unit-locked':
    'Ce paragraphe est convenu et verrouillé. La présidence d’une partie peut le rouvrir, avec un motif.',
  'unit-not-locked': 'Ce paragraphe n’est pas verrouillé.',
  'text-adopted':
    'La déclaration est adoptée : plus rien ne peut y être changé. Un corrigendum reste possible.',
  'text-not-adopted': 'La déclaration n’est pas adoptée : elle ne reçoit pas encore de corrigendum.',
  'adoption-obstructed':
    'Il reste quelque chose entre le texte et son adoption. La page « Adoption » dit quoi.',
  'already-sealed': 'Votre partie a déjà scellé ce texte.',
  'no-seal': 'Votre partie n’a pas scellé ce texte : il n’y a rien à retirer.',
  'corrigendum-closed': 'Ce corrigendum a déjà reçu une réponse, ou il a été retiré. Rechargez la page.',
  'change-open': 'Une modification de ce paragraphe est déjà demandée. Répondez d’abord à celle-là.',
  'change-closed':
    'Cette demande de modification n’est plus ouverte : elle a été traitée ou retirée entre-temps.',
  'too-large': 'C’est trop volumineux. Réduisez ou divisez le contenu.',
  'unsupported-file': 'Ce type de fichier n’est pas pris en charge.',
  'unreadable-encoding':
    'Le codage des caractères de ce fichier n’a pas pu être lu. Enregistrez-le en UTF-8.',
  'language-missing': 'Il manque le texte de l’une des deux langues.',
  'text-unreadable':
    'Ce texte est endommagé sur le serveur. Les autres textes ne sont pas touchés ; prévenez le secrétariat.',
  'storage-failing':
    'Le serveur ne parvient pas à enregistrer. Rien n’a été changé ; réessayez dans un instant.',
  'mail-failing':
    'Le message n’a pas pu être envoyé. Réessayez dans un instant ; si cela dure, prévenez le secrétariat.',
  internal:
    'Une erreur s’est produite sur le serveur. Rien n’a été changé ; réessayez, puis prévenez le secrétariat.',
  unreachable: 'Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.',
} as const satisfies Told

export const refusals = defineMessages('refusals', {
  fr,
  ja: {
    'not-signed-in': 'サインインの有効期間が終了しました。もう一度サインインしてください。',
    'wrong-credentials': 'ログイン名またはパスワードが正しくありません。',
    'not-found': '見つかりません。ページが存在しないか、ご自身の担当では閲覧できません。',
    'not-allowed': 'ご自身の担当では、この操作はできません。',
    'foreign-origin': '別のアドレスからの要求のため、受け付けませんでした。',
    invalid: '入力内容に正しくない箇所があります。ご確認ください。',
    'link-unknown':
      'このリンクは確認できません。末尾まで正しくコピーされているかご確認のうえ、必要な場合は事務局に再発行をご依頼ください。',
    'link-expired': 'このリンクは有効期限が切れています。事務局に再発行をご依頼ください。',
    'link-used':
      'このリンクは使用済みです（1回のみ有効）。サインインするか、事務局に再発行をご依頼ください。',
    'login-taken': 'このログイン名はすでに使われています。別の名前を入力してください。',
    'password-too-short': 'パスワードが短すぎます。10文字以上で入力してください。',
    'wrong-password': '現在のパスワードが正しくありません。',
    'already-set-up': '初期設定は完了しています。サインインしてください。',
    'too-many-attempts': '試行回数が上限を超えました。数分待ってからやり直してください。',
    'not-your-turn': '現在は、所属する側が対応する段階ではありません。',
    'draft-closed': 'この案は提出済みのため、変更できません。',
    'text-changed-since-preview':
      '確認画面を表示した後に本文が変更されました。新しい内容を確認してから提出してください。',
    'nothing-to-transmit': '一方の言語の本文が空のため、提出できません。',
    'amendments-undecided': '対応を決めていない修正案があります。決定するか保留としてから提出してください。',
    'reason-missing': '却下には理由が必要です。少なくとも一方の言語で記入してください。',
    'cover-note-missing': '送付状が入力されていません。',
    'stage-not-current': 'この段階は現在進行中ではありません。',
    'fact-in-use': 'この共通データは文書で使用されているため、一覧から除外できません。',
    'stage-in-use': 'この段階にはすでに案または提出版があるため、削除できません。',
    'penholder-fixed': 'すでに提出が行われているため、第1案を提案する側は変更できません。',
    'last-organiser':
      '運営担当が一人もいなくなるため終了できません。先に別の方を運営担当に指定してください。',
    'already-acknowledged': '受領はすでに確認されています。',
    'passage-not-found':
      'コメントの対象となる箇所が変更されています。入力内容は残っていますので、もう一度箇所を選んでください。',
    'audience-not-allowed':
      'ここでは、この公開範囲のスレッドは作成できません。作成中の案の文言が自側の外に出ることはありません。',
    'called-cannot-read':
      '呼びかけた相手の中に、このスレッドを読めない方がいます。呼びかけを外すか、より広い公開範囲のスレッドを作成してください。',
    'submission-superseded': 'より新しい版が提出されています。そちらをご確認ください。',
    'workshop-has-texts':
      'この分科会の文書はすでに作成が始まっています。書かれた内容が失われるため、分科会を削除できません。',
    'workshop-has-leads':
      'この分科会の座長として、担当または招待が登録されています。先に「担当者」のページで終了または取消しをしてください。',
    'workshop-is-chosen':
      'この分科会を希望している、または発表する自治体があります。先に参加の内容を変更してください。',
    'intervention-begun':
      'この発表要旨は、分科会座長がすでに作成を始めています。そのため、移動や削除はできません。',
    'takes-part-already': '同じ自治体（同じ組合せ）による参加がすでに登録されています。',
    'proposal-changed':
      'この提案は変更されています（文言の修正、取下げ、または反映済み）。内容をもう一度ご確認ください。',
    'unit-edited':
      'その後この段落が修正され、両方の修正が重なっています。提案の文言を修正してから決定してください。',
    'coverage-open': '最新の提出版において未対応の段落があるため、反映状況に署名できません。',
    'nothing-to-publish': 'この文書はまだ採択されていないため、一般公開できません。',
    'pair-changed': '確認後に変更された段落があります。もう一度お読みのうえ、合意してください。',
    'not-unchanged':
      '指定された提出版と異なる段落があるため、合意は行われませんでした。一覧を確認してやり直してください。',
    'not-on-table':
      'この文書は交渉の対象ではなくなりました。より新しい提出版または共同案で合意してください。',
    'unit-locked':
      'この段落は合意済みのため変更できません。いずれかの側の委員長が、理由を付して再び開くことができます。',
    'unit-not-locked': 'この段落は固定されていません。',
    'text-adopted': '宣言は採択済みです。本文は変更できません。訂正は正誤表で行います。',
    'text-not-adopted': '宣言はまだ採択されていないため、正誤表は作成できません。',
    'adoption-obstructed': '採択までに解決すべき点が残っています。「採択」のページをご確認ください。',
    'already-sealed': '所属する側はこの文書に押印済みです。',
    'no-seal': '所属する側はこの文書に押印していないため、取り消すものがありません。',
    'corrigendum-closed': 'この訂正案には回答済み、または取り下げ済みです。ページを再読み込みしてください。',
    'change-open': 'この段落には、すでに修正の申出が出ています。先にその申出に対応してください。',
    'change-closed': 'この申出は、すでに対応済みか、撤回されています。',
    'too-large': '容量が大きすぎます。内容を減らすか、分割してください。',
    'unsupported-file': 'この形式のファイルには対応していません。',
    'unreadable-encoding': 'ファイルの文字コードを判別できません。UTF-8で保存し直してください。',
    'language-missing': '日仏いずれかの言語の本文がありません。',
    'text-unreadable':
      'この文書のデータがサーバー上で破損しています。他の文書に影響はありません。事務局にご連絡ください。',
    'storage-failing':
      'サーバーで保存できませんでした。何も変更されていません。しばらくしてからやり直してください。',
    'mail-failing':
      'メールを送信できませんでした。しばらくしてからやり直してください。解決しない場合は、事務局にご連絡ください。',
    internal:
      'サーバーでエラーが発生しました。何も変更されていません。やり直しても解決しない場合は、事務局にご連絡ください。',
    unreachable: 'サーバーに接続できません。通信状況を確認して、やり直してください。',
  },
  en: {
    'not-signed-in': 'Your session has ended. Please sign in again.',
    'wrong-credentials': 'Wrong sign-in name or password.',
    'not-found': 'Not found: this page does not exist, or your mandate does not give access to it.',
    'not-allowed': 'Your mandate does not allow this.',
    'foreign-origin': 'Refused: the request came from another address than this service’s.',
    invalid: 'A value is not valid. Please check what was entered.',
    'link-unknown':
      'This link is not recognised. Check that it was copied in full, or ask the secretariat for a new one.',
    'link-expired': 'This link has expired. Ask the secretariat for a new one.',
    'link-used':
      'This link has already been used; it works only once. Sign in, or ask the secretariat for a new one.',
    'login-taken': 'This sign-in name is taken. Choose another one.',
    'password-too-short': 'The password is too short: it needs at least ten characters.',
    'wrong-password': 'The current password is not right.',
    'already-set-up': 'Set-up is already done. Please sign in.',
    'too-many-attempts': 'Too many attempts. Wait a few minutes before trying again.',
    'not-your-turn': 'It is not your side’s turn.',
    'draft-closed': 'This draft has been transmitted and can no longer be changed.',
    'text-changed-since-preview':
      'The text has changed since the preview. Read the new preview before transmitting.',
    'nothing-to-transmit': 'The text is empty in one of the two languages: it cannot be transmitted.',
    'amendments-undecided': 'Some amendments are undecided: decide or reserve them before you transmit.',
    'reason-missing': 'A rejection needs a reason: give it in at least one language.',
    'cover-note-missing': 'The cover note is missing.',
    'stage-not-current': 'This stage is not the current one.',
    'fact-in-use': 'This fact is used in a text: it cannot be taken off the list.',
    'stage-in-use': 'This stage already has a draft or a version and cannot be removed.',
    'penholder-fixed':
      'A version has already been transmitted: the side that proposes the first version can no longer change.',
    'last-organiser': 'This is the last organiser’s mandate: appoint someone else first.',
    'already-acknowledged': 'Receipt has already been acknowledged.',
    'passage-not-found': 'The passage has changed meanwhile. Your comment is kept: choose the passage again.',
    'audience-not-allowed':
      'A thread for this circle cannot be begun here: the words of a private draft do not leave your delegation.',
    'called-cannot-read':
      'Somebody you mention cannot read this thread. Remove the mention, or begin a thread for a wider circle.',
    'submission-superseded': 'A newer version has been submitted meanwhile. Look at that one.',
    'workshop-has-texts':
      'A text of this workshop has been begun: the workshop cannot be removed without losing what is written.',
    'workshop-has-leads':
      'A mandate or an invitation names a lead of this workshop: end it first, on the page “People”.',
    'workshop-is-chosen':
      'Local governments have chosen this workshop or speak in it: change those participations first.',
    'intervention-begun':
      'The workshop leads have begun the summary of this intervention: it stays where it is.',
    'takes-part-already': 'This participation exists already: the same local governments in the same form.',
    'proposal-changed':
      'This proposal has changed meanwhile: its words were modified, or it was withdrawn or written into the text. Read it again.',
    'unit-edited':
      'The paragraph was edited since, and both changes touch. Modify the proposed words, then decide.',
    'coverage-open':
      'Some paragraphs of the summary are not treated yet in the last version: the coverage cannot be signed.',
    'nothing-to-publish': 'This text is not adopted yet: there is nothing to open to the public.',
    'pair-changed': 'A paragraph has changed since you read it. Read it again before you agree.',
    'not-unchanged':
      'One of the paragraphs differs from the version named: nothing was agreed. Read the list again.',
    'not-on-table':
      'This is no longer the text on the table: a newer version or a joint draft took its place. Agree there.',
    'unit-locked':
      'This paragraph is agreed and locked. The chair of either side may reopen it, with a reason.',
    'unit-not-locked': 'This paragraph is not locked.',
    'text-adopted':
      'The declaration is adopted: nothing in it can change any more. A corrigendum is possible.',
    'text-not-adopted': 'The declaration is not adopted: it takes no corrigendum yet.',
    'adoption-obstructed':
      'Something still stands between the text and its adoption. The page “Adoption” says what.',
    'already-sealed': 'Your side has sealed this text already.',
    'no-seal': 'Your side has not sealed this text: there is nothing to take back.',
    'corrigendum-closed': 'This corrigendum was answered already, or withdrawn. Reload the page.',
    'change-open': 'A change of this paragraph is already asked for. Answer that one first.',
    'change-closed': 'This change is no longer open: it was answered or withdrawn meanwhile.',
    'too-large': 'This is too large. Reduce or split the content.',
    'unsupported-file': 'This kind of file is not supported.',
    'unreadable-encoding': 'The character encoding of this file could not be read. Save it as UTF-8.',
    'language-missing': 'The text of one of the two languages is missing.',
    'text-unreadable':
      'This text is damaged on the server. Other texts are not affected; please tell the secretariat.',
    'storage-failing':
      'The server cannot store anything at present. Nothing was changed; try again in a moment.',
    'mail-failing': 'The mail could not be sent. Try again in a moment; if it goes on, tell the secretariat.',
    internal:
      'Something went wrong on the server. Nothing was changed; try again, then tell the secretariat.',
    unreachable: 'The server does not answer. Check the connection and try again.',
  },
})
