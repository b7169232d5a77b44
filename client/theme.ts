/** Light, dark, or as the device says; kept on this device. */
export type Theme = 'device' | 'light' | 'dark'

const KEPT = 'concordance:theme'

export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEPT)
    return kept === 'light' || kept === 'dark' ? kept : 'device'
  } catch {
    // Storage may be forbidden: then as the device says.
    return 'device'
  }
}

export function showTheme(theme: Theme): void {
  if (theme === 'device') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function chooseTheme(theme: Theme): void {
  showTheme(theme)
  try {
    localStorage.setItem(KEPT, theme)
  } catch {
    // As above: it lasts as long as the page.
  }
}
