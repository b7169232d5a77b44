/** The French committee's answer to the first version: nine amendments. */
import { amend, bracket, fact, insertAfter, revise, text, unit } from './text-source.ts'
import { version1 } from './version-1.ts'

export const version1Answer = revise(
  version1,
  amend('u03', {
    fr: text`Nous, représentants de ${fact('number-jap')} et de ${fact('number-fra')}, réunis à ${fact('host')} ${fact('meeting-dates')} au ${fact('venue')}, à l’occasion des 9es Rencontres franco-japonaises de la coopération décentralisée,`,
    ja: text`私たち、日本の${fact('number-jap')}及びフランスの${fact('number-fra')}の代表は、第9回日仏自治体交流会議に際し、${fact('meeting-dates')}、${fact('host')}の${fact('venue')}に集い、`,
  }),
  amend('u40', {
    fr: 'Considérant que l’attractivité d’un territoire ne se mesure pas à sa seule croissance, mais aussi à la qualité de vie qu’il offre à celles et à ceux qui y habitent, y travaillent ou le visitent, et au soin qu’il prend de ses ressources naturelles,',
    ja: '地域の魅力は、経済成長のみならず、そこに暮らし、働き、また訪れる人々の生活の質、さらには自然資源を大切に守る姿勢によっても測られるものであることを考慮し、',
  }),
  amend('u15', {
    fr: 'Les participants ont souligné le rôle des savoir-faire locaux dans la création d’emplois durables et l’intérêt d’associer les petites et moyennes entreprises, les universités et les acteurs de l’économie sociale et solidaire aux échanges entre collectivités.',
    ja: '参加者は、地域に根差した技術や技能が持続的な雇用の創出に果たす役割と、自治体間交流に中小企業、大学及び社会的連帯経済の担い手の参画を得ることの意義を強調した。',
  }),
  // Brings the Japanese in line with the French of version 1.
  amend('u18', {
    ja: '文化遺産、美術工芸、現代の創作活動及び食文化が、住民の誇りの源であり、地域の輝きを高めるものであることが確認された。',
  }),
  // Asked back, with less weight on the visitors and more on the inhabitants.
  insertAfter(
    'u18',
    unit(
      'u19',
      'paragraph',
      'Face à la sur-fréquentation touristique que connaissent certaines villes, les participants ont plaidé pour un tourisme durable, mieux réparti dans l’espace et dans le temps et respectueux de la vie quotidienne des habitants.',
      '一部の都市が直面するオーバーツーリズムを踏まえ、参加者は、訪問の場所と時期の分散を図り、住民の日常生活を尊重する持続可能な観光の必要性を訴えた。',
    ),
  ),
  insertAfter(
    'u21',
    unit(
      'u43',
      'paragraph',
      'Ils ont rappelé que l’égalité entre les femmes et les hommes, dans les assemblées locales comme dans l’encadrement des services, est une condition de politiques publiques justes et efficaces.',
      'さらに、地方議会及び自治体の管理職における男女平等が、公正かつ効果的な公共政策の前提であることを再確認した。',
    ),
  ),
  amend('u34', {
    fr: 'mesurer l’empreinte carbone de nos coopérations et la réduire, dans le respect de l’environnement et du climat ;',
    ja: '環境及び気候に十分配慮し、協力事業に伴う温室効果ガスの排出量を把握し、その削減を図ること。',
  }),
  // Brings the French in line with the Japanese of version 1.
  amend('u33', {
    fr: 'partager chaque année nos bonnes pratiques et les faire connaître dans les deux langues ;',
  }),
  amend('u42', {
    fr: text`encourager chaque année l’échange d’au moins ${bracket('b1', 'fra', '10')} jeunes agents territoriaux entre nos collectivités, dans la limite des moyens de chacune.`,
    ja: text`毎年、各自治体の可能な範囲で、少なくとも${bracket('b1', 'fra', '10')}名の若手職員の相互派遣を推進すること。`,
  }),
)
