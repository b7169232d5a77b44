/** Dates of the interface are those of mails: shared/words/dates.ts. */
export * from '../../shared/words/dates.ts'
