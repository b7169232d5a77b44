import type { Page } from '@playwright/test'

/** The network between a browser and the room: an open socket is cut with it, which a browser's offline mode does not do. */
export type Network = {
  cut(): Promise<void>
  mend(): void
  /** Back again, but the room ends every connection with a final code. */
  mendRefusing(code: number): void
}

export async function networkOf(page: Page): Promise<Network> {
  let broken = false
  let code = 3000
  const open = new Set<{ close(options?: { code?: number }): Promise<void> }>()
  await page.context().routeWebSocket(/\/sync\//, async socket => {
    if (broken) {
      await socket.close({ code })
      return
    }
    socket.connectToServer()
    open.add(socket)
  })
  return {
    cut: async () => {
      broken = true
      await page.context().setOffline(true)
      for (const socket of open) await socket.close({ code: 3000 })
      open.clear()
    },
    mend: () => {
      broken = false
      void page.context().setOffline(false)
    },
    mendRefusing: final => {
      code = final
      void page.context().setOffline(false)
    },
  }
}
