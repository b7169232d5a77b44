/** What a command of the command line is. */

/** One call of a command. */
export type Invocation = {
  readonly data: string
  /** The address that links are made for. */
  readonly origin: string
  readonly values: Readonly<Record<string, unknown>>
  readonly operands: readonly string[]
}

/** Prints its result and returns the exit status: 0 done, 1 something is wrong. */
export type Command = {
  readonly name: string
  readonly usage: string
  readonly meaning: string
  readonly options: Readonly<Record<string, { readonly type: 'string' }>>
  readonly operands: readonly string[]
  /** The operand may be left out. */
  readonly optional?: boolean
  /** False for what can be done before there is a room. */
  readonly needsDatabase: boolean
  run(invocation: Invocation): Promise<number>
}

/** The command was not understood. */
export class UsageFault extends Error {}
