/** The session's cookie: opaque, not readable by scripts, not sent by other sites' forms. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import type { Deps } from '../app.ts'
import { SESSION_DAYS } from '../store/sessions.ts'

export function setSessionCookie(c: Context, { cookieName }: Pick<Deps, 'cookieName'>, token: string): void {
  // A span, not a date: the browser's clock may differ from ours.
  setCookie(c, cookieName, token, { ...options(c), maxAge: SESSION_DAYS * 86_400 })
}

export function clearSessionCookie(c: Context, { cookieName }: Pick<Deps, 'cookieName'>): void {
  deleteCookie(c, cookieName, options(c))
}

export function readSessionCookie(c: Context, { cookieName }: Pick<Deps, 'cookieName'>): string | undefined {
  return getCookie(c, cookieName)
}

/** Only over TLS where the page itself is: its Origin has been checked against the list by then. */
function options(c: Context): CookieOptions {
  const secure = c.req.header('origin')?.startsWith('https:') ?? false
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure }
}
