/** [D4] The digest by mail, as its reader sees it in the profile. */
export type DigestView = {
  /** The room can send mail; it never does in a demonstration, where anybody may enter. */
  readonly available: boolean
  /** Null until one has asked for it. */
  readonly settings: {
    readonly address: string
    /** Whoever reads the address has confirmed it. */
    readonly confirmed: boolean
    /** 0 to 23 on one's own clock. */
    readonly hour: number
    readonly on: boolean
  } | null
}
