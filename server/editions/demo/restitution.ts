/**
 * The restitution of the first workshop, as its leads prepared it for the plenary. The wording is invented; the notes
 * are the speaker's.
 */
import type { BilingualLabel } from '../../../shared/model/language.ts'
import { bilingualText, fact, note, ruby, text, unit } from './text-source.ts'

/** A submitted version of a workshop's text. */
export type DemoSubmission = {
  readonly workshop: number
  readonly kind: 'restitution'
  readonly label: string
  /** Sign-in name of the lead who submitted it. */
  readonly by: string
  /** ISO 8601 UTC. */
  readonly at: string
  readonly coverNote: BilingualLabel
  readonly text: ReturnType<typeof bilingualText>
}

const units = [
  unit('r01', 'title', 'Restitution de l’atelier 1 : économie et emploi', '第1分科会報告：経済と雇用'),
  unit('r02', 'heading', 'L’atelier en bref', '分科会の概要'),
  unit(
    'r03',
    'paragraph',
    text`Mesdames et Messieurs les maires, chers collègues, l’atelier 1 a réuni à ${fact('host')} dix collectivités françaises et japonaises, qui ont parlé d’une même question : comment un territoire donne-t-il envie d’y travailler et d’y rester ?${note('Saluer les deux présidences. Attendre que la salle soit assise.')}`,
    text`市長の皆様、参加者の皆様、第1分科会では、${fact('host')}に日仏の10自治体が集まり、一つの問いについて話し合いました。人々がその地域で働き、暮らし続けたいと思うのは、どのような時でしょうか。${note('両委員長に謝意を述べる。会場が落ち着くのを待つ。')}`,
  ),
  unit(
    'r04',
    'paragraph',
    'Cinq binômes se sont exprimés, chacun pendant sept minutes. Tous ont montré une action déjà engagée, son coût, et ce qu’elle a changé pour les habitants.',
    '5組の自治体が、それぞれ7分間発表しました。いずれも、すでに始まっている取組、その費用、そして住民にもたらした変化を紹介しました。',
  ),
  unit('r05', 'heading', 'Ce que nous retenons', '議論の要点'),
  unit(
    'r06',
    'paragraph',
    text`Le premier enseignement concerne les savoir-faire. Là où un métier se transmet, les jeunes restent. Une ville a rouvert les ateliers de son centre à douze apprentis ; une autre a confié ses « jardins de métiers » aux entreprises elles-mêmes.${note('Montrer la photographie de l’atelier. Ne pas lire les noms des villes.')}`,
    text`第一の教訓は、技の継承に関するものです。仕事が受け継がれる地域には、若者が残ります。ある都市は、中心部の工房を${ruby('見習', 'みなら')}い12人に再び開きました。別の都市は、${ruby('匠', 'たくみ')}の庭と名付けた場の運営を企業に委ねました。${note('工房の写真を示す。都市名は読み上げない。')}`,
  ),
  unit(
    'r07',
    'paragraph',
    'Le deuxième concerne le temps. Une entreprise ne s’installe pas pour une subvention, mais pour une école, un logement, un train qui arrive à l’heure et une mairie qui répond. Les collectivités qui réussissent sont celles qui tiennent ensemble ces quatre promesses pendant dix ans, quelles que soient les majorités, et qui acceptent d’en rendre compte chaque année devant leurs habitants, chiffres à l’appui, y compris lorsque les résultats sont décevants.',
    '第二の教訓は、時間に関するものです。企業が進出を決めるのは、補助金のためではなく、学校、住宅、時間どおりに着く列車、そして問い合わせに応える役所があるからです。成果を上げている自治体は、政治的な多数派が変わっても、この四つの約束を10年にわたって共に守り、結果が思わしくない年も含めて、毎年数値を示しながら住民に説明しています。',
  ),
  unit(
    'r08',
    'paragraph',
    text`Le troisième est une réserve : l’attractivité des uns ne doit pas vider les autres. Les villes moyennes ont demandé que la coopération passe aussi par leurs voisines rurales.${note('Point sensible : rester sur les mots du texte.')}`,
    text`第三は、留意点です。ある地域の魅力が、他の地域の衰退を招いてはなりません。中規模都市からは、近隣の農村も協力に加えるべきだとの要望がありました。${note('慎重を要する点であるため、原稿の表現から離れない。')}`,
  ),
  unit('r09', 'heading', 'Suites', '今後に向けて'),
  unit(
    'r10',
    'commitment',
    'Échanger chaque année douze agents chargés de l’emploi entre nos collectivités.',
    '雇用を担当する職員12人を、両国の自治体の間で毎年相互に派遣する。',
  ),
  unit(
    'r11',
    'commitment',
    'Publier ensemble, en français et en japonais, un recueil des actions présentées.',
    '発表された取組の事例集を、日仏両言語で共同して刊行する。',
  ),
  unit(
    'r12',
    'paragraph',
    'Nous remercions les interprètes, sans qui rien de tout cela n’aurait été compris. Je vous remercie.',
    '最後に、相互の理解を可能にしてくださった通訳の皆様に感謝いたします。ご清聴ありがとうございました。',
  ),
]

export const demoSubmissions: readonly DemoSubmission[] = [
  {
    workshop: 1,
    kind: 'restitution',
    label: 'R1',
    by: 'demo-fra-workshop-1',
    at: '2026-05-18T13:10:00Z',
    coverNote: {
      fr: 'Essai de restitution, écrit par les deux chefs d’atelier pour éprouver la durée et la salle.',
      ja: '時間配分と会場の確認のため、日仏両座長が作成した報告の試案です。',
    },
    text: bilingualText(units),
  },
]
