/** The log of acts, one sentence per kind. `{{what}}` is a version’s label, the name of an edition, stage, fact or mandate, or an instant. */
import type { InterfaceLanguage } from '../model/language.ts'
import type { ActKind, ActView } from '../protocol/views.ts'
import { onOneClock } from './dates.ts'

export const ACT_WORDS = {
  fr: {
    'edition-made': 'Édition créée',
    'edition-changed': 'Édition modifiée : {{what}}',
    invited: 'Invitation : {{what}}',
    'invitation-withdrawn': 'Invitation retirée : {{what}}',
    joined: 'A rejoint l’édition : {{what}}',
    'mandate-ended': 'Fin de mandat : {{what}}',
    'sign-in-link-made': 'Lien de connexion créé : {{what}}',
    'stage-added': 'Étape ajoutée : {{what}}',
    'stage-changed': 'Étape modifiée : {{what}}',
    'stage-removed': 'Étape supprimée : {{what}}',
    'stages-reordered': 'Ordre des étapes modifié',
    'stage-opened': 'Étape ouverte : {{what}}',
    'fact-changed': 'Donnée partagée modifiée : {{what}}',
    'text-imported': 'Texte importé : {{what}}',
    'version-transmitted': '{{what}} transmise',
    'version-acknowledged': 'Réception de {{what}} confirmée',
    'version-opened': '{{what}} ouverte au COPIL large',
    'draft-opened': 'Brouillon commencé : {{what}}',
    'draft-restored': 'Brouillon rétabli dans son état du {{what}}',
    'text-submitted': 'Texte remis : {{what}}',
    'text-returned': 'Texte renvoyé à ses auteurs : {{what}}',
    'text-accepted': 'Texte accepté : {{what}}',
    'units-agreed': 'Accord donné : {{what}}',
    'units-disagreed': 'Accord retiré : {{what}}',
    'unit-reopened': 'Paragraphe convenu rouvert : {{what}}',
  },
  ja: {
    'edition-made': '開催回を作成',
    'edition-changed': '開催回の変更：{{what}}',
    invited: '招待：{{what}}',
    'invitation-withdrawn': '招待の取消し：{{what}}',
    joined: '参加：{{what}}',
    'mandate-ended': '担当の終了：{{what}}',
    'sign-in-link-made': 'サインイン用リンクの発行：{{what}}',
    'stage-added': '段階の追加：{{what}}',
    'stage-changed': '段階の変更：{{what}}',
    'stage-removed': '段階の削除：{{what}}',
    'stages-reordered': '段階の順序を変更',
    'stage-opened': '段階の開始：{{what}}',
    'fact-changed': '共通データの変更：{{what}}',
    'text-imported': '文書の取り込み：{{what}}',
    'version-transmitted': '{{what}}を提出',
    'version-acknowledged': '{{what}}の受領を確認',
    'version-opened': '{{what}}を拡大推進委員会に公開',
    'draft-opened': '案の作成を開始：{{what}}',
    'draft-restored': '案を{{what}}の状態に復元',
    'text-submitted': '文書の提出：{{what}}',
    'text-returned': '文書の差戻し：{{what}}',
    'text-accepted': '文書の受理：{{what}}',
    'units-agreed': '合意：{{what}}',
    'units-disagreed': '合意の撤回：{{what}}',
    'unit-reopened': '合意済み段落の再開：{{what}}',
  },
  en: {
    'edition-made': 'Edition created',
    'edition-changed': 'Edition changed: {{what}}',
    invited: 'Invited: {{what}}',
    'invitation-withdrawn': 'Invitation withdrawn: {{what}}',
    joined: 'Joined the edition: {{what}}',
    'mandate-ended': 'Mandate ended: {{what}}',
    'sign-in-link-made': 'Sign-in link made: {{what}}',
    'stage-added': 'Stage added: {{what}}',
    'stage-changed': 'Stage changed: {{what}}',
    'stage-removed': 'Stage removed: {{what}}',
    'stages-reordered': 'Stages reordered',
    'stage-opened': 'Stage opened: {{what}}',
    'fact-changed': 'Shared fact changed: {{what}}',
    'text-imported': 'Text imported: {{what}}',
    'version-transmitted': '{{what}} transmitted',
    'version-acknowledged': 'Receipt of {{what}} acknowledged',
    'version-opened': '{{what}} opened to the enlarged committee',
    'draft-opened': 'Draft begun: {{what}}',
    'draft-restored': 'Draft restored to its state of {{what}}',
    'text-submitted': 'Text submitted: {{what}}',
    'text-returned': 'Text returned to its authors: {{what}}',
    'text-accepted': 'Text accepted: {{what}}',
    'units-agreed': 'Agreed: {{what}}',
    'units-disagreed': 'Agreement withdrawn: {{what}}',
    'unit-reopened': 'Agreed paragraph reopened: {{what}}',
  },
} as const satisfies Record<InterfaceLanguage, Record<ActKind, string>>

/** What the act was about, in the language of the reader: details come as `version`, or as `stageFr`, `stageJa`. */
export function actSubject(
  { kind, detail }: Pick<ActView, 'kind' | 'detail'>,
  language: InterfaceLanguage,
  zone: string,
): string {
  if (kind === 'draft-restored' && detail.at) return onOneClock(detail.at, language, zone)
  const ending = ({ fr: 'Fr', ja: 'Ja', en: 'En' } as const)[language]
  if (detail.version) return detail.version
  for (const subject of ['edition', 'stage', 'fact', 'title', 'mandate', 'text', 'name']) {
    const said =
      detail[subject + ending] || detail[`${subject}Fr`] || detail[`${subject}Ja`] || detail[subject]
    if (said) return said
  }
  return '—'
}
