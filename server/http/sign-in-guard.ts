/** How often one may try to sign in or to use a link, from one address and for one login. */
import type { Context } from 'hono'
import type { Deps } from '../app.ts'
import { normalLogin } from '../store/people.ts'
import { Attempts } from './attempts.ts'

const QUARTER_HOUR = 15 * 60_000

/**
 * A delegation may sit behind one address, so an address has many attempts and a login at that address few.
 * A login has more in all than at one address: nobody can lock a colleague out from a single machine.
 */
export class SignInGuard {
  readonly #address = new Attempts({ most: 200, window: QUARTER_HOUR })
  readonly #loginAtAddress = new Attempts({ most: 10, window: QUARTER_HOUR })
  readonly #login = new Attempts({ most: 100, window: QUARTER_HOUR })
  readonly #links = new Attempts({ most: 60, window: QUARTER_HOUR })
  readonly #deps: Pick<Deps, 'clock' | 'addressOf'>

  constructor(deps: Pick<Deps, 'clock' | 'addressOf'>) {
    this.#deps = deps
  }

  /** False: too many attempts. Counts this one. */
  allowSignIn(c: Context, login: string): boolean {
    const [address, now] = [this.#addressOf(c), this.#now()]
    const key = normalLogin(login)
    return (
      this.#address.allow(address, now) &&
      this.#loginAtAddress.allow(`${address} ${key}`, now) &&
      this.#login.allow(key, now)
    )
  }

  /** The right password was given: earlier mistakes are forgotten. */
  signedIn(c: Context, login: string): void {
    const key = normalLogin(login)
    this.#loginAtAddress.forgive(`${this.#addressOf(c)} ${key}`)
    this.#login.forgive(key)
  }

  /** For looking at and redeeming links, whatever their token. Counts this one. */
  allowLink(c: Context): boolean {
    return this.#links.allow(this.#addressOf(c), this.#now())
  }

  #addressOf(c: Context): string {
    return this.#deps.addressOf?.(c) ?? 'everyone'
  }

  #now(): number {
    return Date.parse(this.#deps.clock())
  }
}
