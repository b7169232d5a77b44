/** What the process prints. Never a token, a password or a word of a text. */
export type Log = {
  info(message: string): void
  /** Something that should not have happened, with its cause. */
  fault(what: string, cause?: unknown): void
}

export const consoleLog: Log = {
  info: message => console.log(message),
  fault: (what, cause) =>
    cause === undefined ? console.error(`fault: ${what}`) : console.error(`fault: ${what}:`, cause),
}
