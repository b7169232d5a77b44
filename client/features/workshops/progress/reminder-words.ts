/** The reminder to those who have something to submit, as a mail says it: in each language, whole. */
import { SIDES } from '../../../../shared/model/bilingual-text.ts'
import type { Deadline } from '../../../../shared/model/edition.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { isAwaited } from '../../../../shared/model/progress.ts'
import type {
  WorkshopsView,
  WorkshopTextView,
  WorkshopView,
} from '../../../../shared/protocol/workshop-views.ts'
import { onBothClocks } from '../../../../shared/words/dates.ts'
import { frenchSpaces } from '../../../../shared/words/french-spaces.ts'

export type Awaited = { readonly workshop: WorkshopView; readonly texts: readonly WorkshopTextView[] }

/** By workshop, the texts that its leads have still to submit. */
export function awaitedTexts(view: WorkshopsView): Awaited[] {
  return view.workshops
    .map(workshop => ({ workshop, texts: workshop.texts.filter(({ state }) => isAwaited(state)) }))
    .filter(({ texts }) => texts.length > 0)
}

/** `due`: when summaries are due. */
export function reminderWords(awaited: readonly Awaited[], due: Deadline | null, language: Language): string {
  const words = WORDS[language]
  const lines = awaited.flatMap(({ workshop, texts }) => [
    '',
    words.workshop(workshop.workshop.number, inLanguage(workshop.workshop.title, language)),
    words.leads(leadsOf(workshop, language)),
    ...texts.map(text => `${words.bullet}${textLine(text, language)}`),
  ])
  const when = due ? ['', words.due(onBothClocks(due.at, language, due.zone))] : []
  const said = [words.opening, ...when, ...lines, '', words.closing].join('\n')
  return language === 'fr' ? frenchSpaces(said) : said
}

function leadsOf({ leads }: WorkshopView, language: Language): string {
  const words = WORDS[language]
  return SIDES.map(side => {
    const titles = leads.filter(lead => lead.side === side).map(({ title }) => inLanguage(title, language))
    return titles.length ? titles.join(words.and) : words.nobody[side]
  }).join(words.and)
}

function textLine({ text, state, overdue }: WorkshopTextView, language: Language): string {
  const words = WORDS[language]
  const parts = [state === 'returned' ? words.again : '', overdue ? words.overdue : ''].filter(
    part => part !== '',
  )
  return words.text(inLanguage(text.title, language), parts)
}

function inLanguage(label: { readonly fr: string; readonly ja: string }, language: Language): string {
  return label[language] || label.fr || label.ja
}

const WORDS = {
  fr: {
    opening: 'Bonjour,\n\nIl reste à remettre, pour les ateliers des Rencontres :',
    workshop: (number: number, title: string) => `Atelier ${number} – ${title}`,
    leads: (names: string) => `À l’attention de : ${names}`,
    and: ' ; ',
    nobody: { fra: 'partie française : à désigner', jap: 'partie japonaise : à désigner' },
    bullet: '- ',
    text: (title: string, parts: readonly string[]) => [title, ...parts].join(', '),
    again: 'à remettre de nouveau',
    due: (when: string) => `Échéance des résumés : ${when}`,
    overdue: 'échéance passée',
    closing: 'Une seule langue peut être remise d’abord : l’autre partie complétera. Merci.',
  },
  ja: {
    opening: 'お世話になっております。\n\n分科会について、次の文書がまだ提出されていません。',
    workshop: (number: number, title: string) => `第${number}分科会　${title}`,
    leads: (names: string) => `担当：${names}`,
    and: '、',
    nobody: { fra: 'フランス側は未定', jap: '日本側は未定' },
    bullet: '・',
    text: (title: string, parts: readonly string[]) =>
      parts.length ? `${title}（${parts.join('、')}）` : title,
    again: '再提出',
    due: (when: string) => `要旨の提出期限：${when}`,
    overdue: '期限超過',
    closing: '一方の言語のみ先に提出し、他方を相手側の座長が補うこともできます。よろしくお願いいたします。',
  },
} as const
