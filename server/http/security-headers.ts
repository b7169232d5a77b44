/** What the browser is told not to do with our pages. */

const COMMON = {
  'x-content-type-options': 'nosniff',
  // Addresses name texts and drafts: they are told to nobody.
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const

/** An answer of `/api` opened as a page shows and runs nothing. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/**
 * Everything comes from this server. Styles may stand in the page, because the editor and the dialogs put
 * them there; with nothing to load from elsewhere they cannot carry words out. `development` adds what hot
 * reloading needs: a script in the page, and nothing more.
 */
export function pageHeaders(development = false): Readonly<Record<string, string>> {
  const policy = {
    'default-src': "'none'",
    'script-src': development ? "'self' 'unsafe-inline'" : "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'font-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  return {
    ...COMMON,
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join('; '),
  }
}
