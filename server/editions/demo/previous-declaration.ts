/**
 * The declaration the demonstration starts from. The meeting took place; the wording is invented for the
 * demonstration and is not the text that was adopted.
 */
import { italic, missing, ruby, several, text, type UnitSource, unit } from './text-source.ts'

export const previousDeclaration: readonly UnitSource[] = [
  unit('u01', 'title', 'Déclaration de Shizuoka', '静岡宣言'),
  unit(
    'u02',
    'paragraph',
    text`${italic('8es Rencontres franco-japonaises de la coopération décentralisée')}, Shizuoka, du 18 au 21 novembre 2024`,
    '第8回日仏自治体交流会議（2024年11月18日～21日、静岡市）',
  ),
  unit(
    'u03',
    'paragraph',
    'Nous, représentants de 35 collectivités territoriales japonaises et de 19 collectivités territoriales françaises, réunis à Shizuoka du 18 au 21 novembre 2024 à l’occasion des 8es Rencontres franco-japonaises de la coopération décentralisée,',
    '私たち、日本の35の地方自治体及びフランスの19の地方自治体の代表は、第8回日仏自治体交流会議に際し、2024年11月18日から21日まで静岡市に集い、',
  ),
  unit(
    'u04',
    'recital',
    several(
      'Rappelant que ces Rencontres, organisées depuis 2008 tour à tour dans chacun de nos deux pays, offrent aux collectivités territoriales un cadre de coopération sans équivalent,',
      'Rendant hommage aux villes qui les ont accueillies, Nancy, Kanazawa, Chartres, Takamatsu, Tours, Kumamoto et Aix-en-Provence, grâce auxquelles une confiance durable s’est établie entre élus, agents et habitants,',
    ),
    text`2008年以来両国で交互に開催されてきた本会議が、地方自治体間の他に類を見ない協力の枠組みとなっていること、また、これまでの開催都市であるナンシー市、金沢市、シャルトル市、高松市、トゥール市、熊本市及びエクサンプロヴァンス市の尽力により、首長・議員、職員及び住民の間に信頼の${ruby('礎', 'いしずえ')}が築かれてきたことを想起し、`,
  ),
  unit(
    'u05',
    'recital',
    'Considérant que nos territoires affrontent des défis communs, au premier rang desquels le vieillissement de la population, la transition écologique et la transformation numérique,',
    '両国の地域が、少子高齢化、エコロジー移行及びデジタル化をはじめとする共通の課題に直面していることを考慮し、',
  ),
  unit(
    'u06',
    'recital',
    'Convaincus que la coopération décentralisée, menée au plus près des habitants, apporte à ces défis des réponses concrètes et contribue à la réalisation des Objectifs de développement durable (ODD),',
    '住民に最も身近な自治体間協力が、こうした課題に具体的な解決策をもたらし、持続可能な開発目標（ＳＤＧｓ）の達成に寄与することを確信し、',
  ),
  unit(
    'u07',
    'recital',
    'Nous félicitant du soutien constant des autorités nationales ainsi que du partenariat d’exception qui unit la France et le Japon,',
    '両国政府の変わらぬ支援並びに日本とフランスを結ぶ特別なパートナーシップを歓迎し、',
  ),
  unit(
    'u08',
    'paragraph',
    'adoptons la « Déclaration de Shizuoka » suivante :',
    '以下の「静岡宣言」を採択する。',
  ),
  // French readers need to be told what the French term covers in Japan; Japanese readers do not.
  unit(
    'u09',
    'paragraph',
    'Dans la présente déclaration, l’expression « collectivités territoriales » désigne, pour la partie japonaise, les préfectures, les villes, les bourgs et les villages.',
    missing,
  ),
  unit('u10', 'heading', 'Thème général et séance plénière', '全体テーマと全体会'),
  unit(
    'u11',
    'paragraph',
    'Les Rencontres ont eu pour thème général « Des territoires vivants et solidaires : partager ce qui nous rassemble ».',
    '本会議は、「活力と連帯の地域づくり―私たちを結ぶものを分かち合う」を全体テーマとして開催された。',
  ),
  unit(
    'u12',
    'paragraph',
    'La séance plénière a mis en lumière la force des liens d’amitié noués de longue date entre nos villes. Plus de 400 personnes y ont pris part : élus, agents territoriaux, chercheurs, responsables associatifs et lycéens.',
    '全体会では、両国の都市が長年にわたり育んできた友好の絆の強さが改めて示された。首長・議員、自治体職員、研究者、市民団体の代表、高校生など、400名を超える参加者が一堂に会した。',
  ),
  unit('u13', 'heading', 'Travaux des ateliers', '分科会の成果'),
  unit('u14', 'heading', 'Atelier 1 – Économie locale et emploi', '第1分科会：地域経済と雇用', 2),
  unit(
    'u15',
    'paragraph',
    'Les participants ont souligné le rôle des savoir-faire locaux dans la création d’emplois durables et l’intérêt d’associer les petites et moyennes entreprises aux échanges entre collectivités.',
    '参加者は、地域に根差した技術や技能が持続的な雇用の創出に果たす役割と、自治体間交流に中小企業の参画を得ることの意義を強調した。',
  ),
  unit(
    'u16',
    'paragraph',
    'Plusieurs expériences présentées en binôme ont montré qu’un marché, une foire ou une filière d’apprentissage peuvent être le point de départ d’une coopération durable. Elles ont aussi fait apparaître que l’installation de jeunes actifs suppose d’agir de concert sur le logement, les transports et l’accueil des familles.',
    '日仏ペアによる共同発表からは、市場、見本市、職人の育成課程などが息の長い協力の出発点となり得ることが示された。また、若い働き手の移住・定着には、住宅、交通及び子育て家庭の受入れに一体的に取り組む必要があることも明らかになった。',
  ),
  unit('u17', 'heading', 'Atelier 2 – Culture, tourisme et solidarité', '第2分科会：文化、観光と連帯', 2),
  unit(
    'u18',
    'paragraph',
    'Le patrimoine, la création contemporaine et la gastronomie ont été reconnus comme une source de fierté pour les habitants et de rayonnement pour les territoires.',
    '文化遺産、現代の創作活動及び食文化が、住民の誇りの源であり、地域の輝きを高めるものであることが確認された。',
  ),
  unit(
    'u19',
    'paragraph',
    'Face à la sur-fréquentation touristique que connaissent certaines villes, les participants ont plaidé pour un tourisme durable, mieux réparti dans l’espace et dans le temps.',
    '一部の都市が直面するオーバーツーリズムを踏まえ、参加者は、訪問の場所と時期の分散を図る持続可能な観光の必要性を訴えた。',
  ),
  unit(
    'u20',
    'heading',
    'Atelier 3 – Gouvernance locale et participation citoyenne',
    '第3分科会：地方ガバナンスと住民参加',
    2,
  ),
  unit(
    'u21',
    'paragraph',
    'Les échanges ont porté sur la participation des habitants, et en particulier des jeunes et des personnes âgées, aux décisions qui les concernent.',
    '住民、とりわけ若者や高齢者が、自らに関わる意思決定に参画するための方策について意見が交わされた。',
  ),
  unit(
    'u22',
    'paragraph',
    'Les participants ont constaté que les budgets participatifs, même modestes, renforcent la confiance dans l’action publique.',
    '参加者は、住民参加型予算が、たとえ小規模であっても行政への信頼を高めることを確認した。',
  ),
  unit(
    'u23',
    'heading',
    'Atelier 4 – Innovation et transition écologique',
    '第4分科会：イノベーションとエコロジー移行',
    2,
  ),
  unit(
    'u24',
    'paragraph',
    'Les collectivités ont présenté leurs stratégies de décarbonation et rappelé que l’innovation n’a de sens qu’au service des habitants.',
    '各自治体は脱炭素に向けた戦略を紹介し、イノベーションは住民のために生かされてこそ意味を持つことを改めて確認した。',
  ),
  unit(
    'u25',
    'paragraph',
    'Elles ont retenu trois domaines de coopération prioritaires :',
    'また、次の三つを優先的な協力分野とした。',
  ),
  unit(
    'u26',
    'bullet',
    'l’énergie et la rénovation des bâtiments publics ;',
    'エネルギー及び公共建築物の改修',
  ),
  unit('u27', 'bullet', 'les mobilités dans les villes moyennes ;', '中規模都市における移動手段の確保'),
  unit('u28', 'bullet', 'la prévention des risques naturels.', '自然災害への備え'),
  unit('u29', 'heading', 'Nos engagements', '私たちの約束'),
  unit(
    'u30',
    'paragraph',
    'Forts de ces échanges, nous nous engageons à :',
    '以上の成果を踏まえ、私たちは、次の事項に取り組むことを約束する。',
  ),
  unit(
    'u31',
    'commitment',
    'poursuivre et approfondir les échanges entre nos collectivités, en y associant pleinement la jeunesse ;',
    '若い世代の積極的な参画を得ながら、自治体間の交流を継続し、さらに深めること。',
  ),
  unit(
    'u32',
    'commitment',
    'favoriser la conclusion de 5 nouveaux accords de coopération d’ici à 2026 ;',
    '2026年までに、新たに5件の協力協定の締結を促進すること。',
  ),
  unit(
    'u33',
    'commitment',
    'partager nos bonnes pratiques et les faire connaître dans les deux langues ;',
    '先進事例を共有し、日仏両言語で広く発信すること。',
  ),
  unit(
    'u34',
    'commitment',
    'veiller à ce que nos coopérations prennent en compte l’environnement et le climat.',
    '協力事業の実施に当たり、環境及び気候に配慮すること。',
  ),
  unit('u35', 'heading', 'Prochaines Rencontres', '次回会議'),
  unit(
    'u36',
    'paragraph',
    'Nous convenons de nous retrouver en France en 2026 pour les 9es Rencontres franco-japonaises de la coopération décentralisée, qui seront accueillies par la Ville de Cannes.',
    '私たちは、2026年にフランスのカンヌ市で開催される第9回日仏自治体交流会議において再会することで一致した。',
  ),
  unit(
    'u37',
    'paragraph',
    'Nous exprimons notre profonde gratitude à la Ville de Shizuoka et à ses habitants pour la chaleur de leur accueil, ainsi qu’à toutes celles et à tous ceux qui ont contribué à la réussite de ces Rencontres.',
    '静岡市及び市民の皆様の温かい歓迎に、そして本会議の成功に尽力されたすべての方々に、深く感謝の意を表する。',
  ),
  unit(
    'u38',
    'signature',
    'Fait à Shizuoka, le 21 novembre 2024, en langues française et japonaise.',
    '2024年11月21日、静岡市において、日本語及びフランス語により作成した。',
  ),
  unit(
    'u39',
    'signature',
    'Les représentants des collectivités territoriales japonaises et françaises',
    '日本及びフランスの地方自治体代表一同',
  ),
]
