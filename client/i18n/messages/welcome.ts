/** Before one is signed in: sign-in, the demonstration's door, set-up, links. */
import { defineMessages } from '../define-messages.ts'

export const welcome = defineMessages('welcome', {
  fr: {
    title: 'Connexion',
    'what-it-is':
      'La salle où les comités de pilotage français et japonais rédigent, échangent, comparent et adoptent un même texte en deux langues.',
    login: 'Identifiant',
    password: 'Mot de passe',
    'sign-in': 'Se connecter',
    'no-account': 'Pas encore de compte ? L’accès se fait sur invitation : demandez un lien au secrétariat.',
    'forgot-password': 'Mot de passe oublié ? Le secrétariat peut vous donner un lien de connexion.',
    'not-set-up-title': 'L’installation reste à faire',
    'not-set-up':
      'Au démarrage, le serveur affiche dans sa console un lien d’installation à usage unique. Ouvrez ce lien pour créer la première édition.',
    'demonstration-title': 'Ceci est une démonstration',
    'demonstration-text':
      'Les textes ont été écrits pour l’exemple et les personnes n’existent pas. Rien de ce qui est écrit ici n’engage qui que ce soit, et tout visiteur peut le lire et le modifier. Choisissez le mandat sous lequel entrer.',
    'enter-as': 'Entrer comme {{title}}',
    enter: 'Entrer',
  },
  ja: {
    title: 'サインイン',
    'what-it-is':
      '日仏両国の推進委員会が、一つの文書を二つの言語で起草し、交換し、比較し、採択するための場です。',
    login: 'ログイン名',
    password: 'パスワード',
    'sign-in': 'サインイン',
    'no-account': 'アカウントをお持ちでない方：ご利用は招待制です。事務局に招待リンクをご依頼ください。',
    'forgot-password': 'パスワードをお忘れの方：事務局がサインイン用リンクを発行します。',
    'not-set-up-title': '初期設定が済んでいません',
    'not-set-up':
      'サーバーの起動時に、1回のみ有効な初期設定リンクがコンソールに表示されます。そのリンクを開いて、最初の開催回を作成してください。',
    'demonstration-title': 'これはデモ環境です',
    'demonstration-text':
      '文書は見本として書かれたもので、担当者も実在しません。ここに書かれた内容は誰も拘束せず、訪問者は誰でも閲覧・変更できます。どの担当として入るかを選んでください。',
    'enter-as': '{{title}}として入る',
    enter: '入る',
  },
  en: {
    title: 'Sign in',
    'what-it-is':
      'The room where the French and Japanese steering committees draft, exchange, compare and adopt one text in two languages.',
    login: 'Sign-in name',
    password: 'Password',
    'sign-in': 'Sign in',
    'no-account': 'No account yet? Entry is by invitation: ask the secretariat for a link.',
    'forgot-password': 'Forgot your password? The secretariat can give you a sign-in link.',
    'not-set-up-title': 'Set-up has not been done yet',
    'not-set-up':
      'When the server starts it prints a one-time set-up link on its console. Open that link to create the first edition.',
    'demonstration-title': 'This is a demonstration',
    'demonstration-text':
      'The texts were written as examples and the people do not exist. Nothing written here commits anyone, and every visitor can read and change it. Choose the mandate under which to enter.',
    'enter-as': 'Enter as {{title}}',
    enter: 'Enter',
  },
})
