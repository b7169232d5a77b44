/**
 * What a comparison prints in the columns of a text, by the conventions of the administrations of that language:
 * said with `sayIn(conventions, language of the column)`, whatever the interface speaks. English is for neither.
 */
import { defineMessages } from '../define-messages.ts'

export const conventions = defineMessages('compare-conventions', {
  fr: {
    old: 'Ancien texte',
    new: 'Nouveau texte',
    oldOfProposal: 'Ancien texte',
    newOfProposal: 'Nouveau texte',
    unchanged: '(sans changement)',
    same: '(sans modification)',
    omitted: '[…]',
    inserted: '(nouveau)',
    deleted: '(supprimé)',
    missing: '(sans équivalent en français)',
  },
  ja: {
    old: '改正前',
    new: '改正後',
    oldOfProposal: '現行',
    newOfProposal: '改正案',
    unchanged: '（略）',
    same: '同左',
    omitted: '（略）',
    inserted: '（新設）',
    deleted: '（削る）',
    missing: '（日本語の対応段落なし）',
  },
  en: {
    old: 'Old text',
    new: 'New text',
    oldOfProposal: 'Old text',
    newOfProposal: 'New text',
    unchanged: '(unchanged)',
    same: '(unchanged)',
    omitted: '[…]',
    inserted: '(new)',
    deleted: '(deleted)',
    missing: '(no counterpart)',
  },
})
