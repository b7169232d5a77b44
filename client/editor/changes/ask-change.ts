/** How the tools of an editor ask for a change of a unit that needs the consent of both sides. */
import { createContext, useContext } from 'react'

const AskChangeContext = createContext<((unit: string) => void) | null>(null)

export const AskChangeProvider = AskChangeContext

/** Null where no change can be asked for. */
export function useAskChange(): ((unit: string) => void) | null {
  return useContext(AskChangeContext)
}
