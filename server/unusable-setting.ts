/** A setting that cannot be used, said in words for the console. */
export class UnusableSetting extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnusableSetting'
  }
}
