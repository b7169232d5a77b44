/**
 * The token of a link stands after `#`, so that it is never sent in a request line, a log or a referrer.
 * Null when the link was cut short.
 */
export function linkToken(): string | null {
  const token = location.hash.slice(1)
  return /^[\w-]{16,200}$/.test(token) ? token : null
}

/** Takes the spent token out of the address and the history. */
export function forgetLinkToken(): void {
  history.replaceState(history.state, '', location.pathname)
}
