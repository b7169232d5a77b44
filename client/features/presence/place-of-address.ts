/** Where an address of the application is, as the server is told: null for pages that are about no text. */
export function placeOfAddress(pathname: string, search: string): string | null {
  const [, first, id] = pathname.split('/')
  if (first === 'compare') return placeCompared(new URLSearchParams(search))
  const kind =
    first === 'drafts' ? 'draft' : first === 'versions' ? 'version' : first === 'texts' ? 'text' : null
  return kind && id ? `${kind}:${decodeURIComponent(id)}` : null
}

/** The newest of what is compared; a state of a draft's history is in the draft. */
function placeCompared(query: URLSearchParams): string | null {
  const newest = query.get('to') ?? query.get('refs')?.split(',').at(-1) ?? ''
  const [, kind, id] = /^(draft|version|state):([^@]+)/.exec(newest) ?? []
  return kind && id ? `${kind === 'state' ? 'draft' : kind}:${id}` : null
}
