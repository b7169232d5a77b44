/** The first version of the demonstration, as the Japanese committee proposes it: a revision of the last declaration. */
import { previousDeclaration } from './previous-declaration.ts'
import {
  amend,
  bold,
  fact,
  insertAfter,
  italic,
  moveAfter,
  remove,
  revise,
  ruby,
  several,
  text,
  unit,
} from './text-source.ts'

export const version1 = revise(
  previousDeclaration,
  amend('u01', { fr: 'Déclaration de Cannes', ja: 'カンヌ宣言' }),
  amend('u02', {
    fr: text`${italic('9es Rencontres franco-japonaises de la coopération décentralisée')}, ${fact('host')}, ${fact('meeting-dates')}`,
    ja: text`第9回日仏自治体交流会議（${fact('meeting-dates')}、${fact('host')}）`,
  }),
  amend('u03', {
    fr: text`Nous, représentants de ${fact('number-jap')} et de ${fact('number-fra')}, réunis à ${fact('host')} ${fact('meeting-dates')} à l’occasion des 9es Rencontres franco-japonaises de la coopération décentralisée,`,
    ja: text`私たち、日本の${fact('number-jap')}及びフランスの${fact('number-fra')}の代表は、第9回日仏自治体交流会議に際し、${fact('meeting-dates')}、${fact('host')}に集い、`,
  }),
  amend('u04', {
    fr: several(
      'Rappelant que ces Rencontres, organisées depuis 2008 tour à tour dans chacun de nos deux pays, offrent aux collectivités territoriales un cadre de coopération sans équivalent,',
      'Rendant hommage aux villes qui les ont accueillies, Nancy, Kanazawa, Chartres, Takamatsu, Tours, Kumamoto, Aix-en-Provence et Shizuoka, grâce auxquelles une confiance durable s’est établie entre élus, agents et habitants,',
    ),
    ja: text`2008年以来両国で交互に開催されてきた本会議が、地方自治体間の他に類を見ない協力の枠組みとなっていること、また、これまでの開催都市であるナンシー市、金沢市、シャルトル市、高松市、トゥール市、熊本市、エクサンプロヴァンス市及び静岡市の尽力により、首長・議員、職員及び住民の間に信頼の${ruby('礎', 'いしずえ')}が築かれてきたことを想起し、`,
  }),
  insertAfter(
    'u05',
    unit(
      'u40',
      'recital',
      'Considérant que l’attractivité d’un territoire ne se mesure pas à sa seule croissance, mais aussi à la qualité de vie qu’il offre à celles et à ceux qui y habitent, y travaillent ou le visitent,',
      '地域の魅力は、経済成長のみならず、そこに暮らし、働き、また訪れる人々の生活の質によっても測られるものであることを考慮し、',
    ),
  ),
  // Typographic only: the letters lose their full width.
  amend('u06', {
    ja: '住民に最も身近な自治体間協力が、こうした課題に具体的な解決策をもたらし、持続可能な開発目標（SDGs）の達成に寄与することを確信し、',
  }),
  amend('u08', {
    fr: 'adoptons la « Déclaration de Cannes » suivante :',
    ja: '以下の「カンヌ宣言」を採択する。',
  }),
  amend('u11', {
    fr: text`Les Rencontres ont eu pour thème général « ${fact('theme')} ».`,
    ja: text`本会議は、「${fact('theme')}」を全体テーマとして開催された。`,
  }),
  amend('u12', {
    fr: 'La séance plénière a mis en lumière la diversité des voies par lesquelles nos territoires renouvellent leur attractivité, et la force des liens d’amitié noués de longue date entre nos villes.',
    ja: '全体会では、両国の地域がその魅力を高めるために歩む道の多様さと、両国の都市が長年にわたり育んできた友好の絆の強さが改めて示された。',
  }),
  amend('u14', {
    fr: 'Atelier 1 – Économie et emploi liés à l’attractivité territoriale',
    ja: '第1分科会：地域の魅力に関わる経済と雇用',
  }),
  // Split in two, in both languages.
  amend('u16', {
    fr: 'Plusieurs expériences présentées en binôme ont montré qu’un marché, une foire ou une filière d’apprentissage peuvent être le point de départ d’une coopération durable.',
    ja: '日仏ペアによる共同発表からは、市場、見本市、職人の育成課程などが息の長い協力の出発点となり得ることが示された。',
  }),
  insertAfter(
    'u16',
    unit(
      'u41',
      'paragraph',
      'Elles ont aussi fait apparaître que l’installation de jeunes actifs suppose d’agir de concert sur le logement, les transports et l’accueil des familles.',
      'また、若い働き手の移住・定着には、住宅、交通及び子育て家庭の受入れに一体的に取り組む必要があることも明らかになった。',
    ),
  ),
  amend('u17', {
    fr: 'Atelier 2 – Culture et loisirs liés à l’attractivité territoriale',
    ja: '第2分科会：地域の魅力に関わる文化と余暇',
  }),
  // Only the French changed: crafts are missing in Japanese.
  amend('u18', {
    fr: 'Le patrimoine, l’artisanat d’art, la création contemporaine et la gastronomie ont été reconnus comme une source de fierté pour les habitants et de rayonnement pour les territoires.',
  }),
  remove('u19'),
  amend('u20', {
    fr: 'Atelier 3 – Gouvernance et politiques publiques pour faciliter l’attractivité territoriale',
    ja: '第3分科会：地域の魅力を高めるガバナンスと公共政策',
  }),
  // Merged with the paragraph that followed.
  amend('u21', {
    fr: 'Les échanges ont porté sur la participation des habitants, et en particulier des jeunes et des personnes âgées, aux décisions qui les concernent. Les participants ont constaté que les budgets participatifs, même modestes, renforcent la confiance dans l’action publique.',
    ja: '住民、とりわけ若者や高齢者が、自らに関わる意思決定に参画するための方策について意見が交わされた。参加者は、住民参加型予算が、たとえ小規模であっても行政への信頼を高めることを確認した。',
  }),
  remove('u22'),
  amend('u23', {
    fr: 'Atelier 4 – Innovation et recherche pour développer l’attractivité territoriale',
    ja: '第4分科会：地域の魅力を高めるイノベーションと研究',
  }),
  amend('u24', {
    fr: 'Les collectivités ont présenté leurs stratégies de décarbonation et leurs partenariats avec les universités, et rappelé que l’innovation n’a de sens qu’au service des habitants.',
    ja: '各自治体は脱炭素に向けた戦略や大学との連携を紹介し、イノベーションは住民のために生かされてこそ意味を持つことを改めて確認した。',
  }),
  // Kind only: the bullets get numbers.
  amend('u26', { kind: 'number' }),
  amend('u27', { kind: 'number' }),
  amend('u28', { kind: 'number' }),
  // Formatting only.
  amend('u30', {
    fr: text`Forts de ces échanges, ${bold('nous nous engageons')} à :`,
    ja: text`以上の成果を踏まえ、私たちは、次の事項に取り組むことを${bold('約束する')}。`,
  }),
  amend('u32', {
    fr: text`favoriser la conclusion de 8 nouveaux accords de coopération d’ici à ${fact('next-year')} ;`,
    ja: text`${fact('next-year')}までに、新たに8件の協力協定の締結を促進すること。`,
  }),
  // Only the Japanese changed: "every year" is missing in French.
  amend('u33', { ja: '先進事例を毎年共有し、日仏両言語で広く発信すること。' }),
  // The environment comes second, and is no longer the last of the list.
  moveAfter('u34', 'u31'),
  amend('u34', {
    fr: 'veiller à ce que nos coopérations prennent pleinement en compte l’environnement et le climat ;',
    ja: '協力事業の実施に当たり、環境及び気候に十分配慮すること。',
  }),
  insertAfter(
    'u33',
    unit(
      'u42',
      'commitment',
      'encourager chaque année l’échange d’au moins 10 jeunes agents territoriaux entre nos collectivités.',
      '毎年、少なくとも10名の若手職員の相互派遣を推進すること。',
    ),
  ),
  amend('u36', {
    fr: text`Nous convenons de nous retrouver au Japon en ${fact('next-year')} pour les 10es Rencontres franco-japonaises de la coopération décentralisée, qui seront accueillies par ${fact('next-host')}.`,
    ja: text`私たちは、${fact('next-year')}に日本の${fact('next-host')}で開催される第10回日仏自治体交流会議において再会することで一致した。`,
  }),
  amend('u37', {
    fr: 'Nous exprimons notre profonde gratitude à la Ville de Cannes et à ses habitants pour la chaleur de leur accueil, ainsi qu’à toutes celles et à tous ceux qui ont contribué à la réussite de ces Rencontres.',
    ja: 'カンヌ市及び市民の皆様の温かい歓迎に、そして本会議の成功に尽力されたすべての方々に、深く感謝の意を表する。',
  }),
  amend('u38', {
    fr: text`Fait à ${fact('host')}, le ${fact('adoption-date')}, en langues française et japonaise.`,
    ja: text`${fact('adoption-date')}、${fact('host')}において、日本語及びフランス語により作成した。`,
  }),
)
