import type { Page } from '@playwright/test'

/**
 * Writes as an input method does: the reading grows key by key in a composition, then the conversion is
 * confirmed. Through the DevTools protocol, so Chromium only.
 */
export async function composeJapanese(
  page: Page,
  reading: readonly string[],
  conversion: string,
): Promise<void> {
  const input = await page.context().newCDPSession(page)
  for (const text of reading)
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await input.send('Input.insertText', { text: conversion })
  await input.detach()
}
