/**
 * French as it is printed: a narrow no-break space before ; ! ? and a no-break space before : and inside « ».
 * Messages are typed with ordinary spaces, which one can see; this makes them right in one place.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/[ \u00A0]([;!?])/g, '\u202F$1')
    .replace(/ ([:»])/g, '\u00A0$1')
    .replace(/« /g, '«\u00A0')
}
