/**
 * The words of an HTML source as a person reads them, for showing what was brought in. The parsed document
 * is inert: nothing in it runs or loads. What is kept of it is decided by the server.
 */
export function readableText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const unread of body.querySelectorAll('script, style, template')) unread.remove()
  for (const block of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, tr, div, br')) block.append('\n')
  for (const line of body.querySelectorAll('br')) line.replaceWith('\n')
  return (body.textContent ?? '')
    .split('\n')
    .map(line => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim()
}
