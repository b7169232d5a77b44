/** Addresses a link may have: the web and mail, nothing that runs (`javascript:`, `data:`). */
export function isAllowedHref(href: unknown): href is string {
  return typeof href === 'string' && /^(https?:\/\/|mailto:)[^\s]+$/i.test(href)
}
