import { StateMark } from '../workshops/progress/state-mark.tsx'
import { SecretariatSays } from './secretariat-says.tsx'
import { useWorkshopText } from './use-workshop-text.ts'

/** Where a text of a workshop stands, and what the secretariat said of it. */
export function TextStands({ text }: { readonly text: string }) {
  const found = useWorkshopText(text)
  if (!found) return null
  return (
    <>
      <p>
        <StateMark state={found.view.state} />
      </p>
      <SecretariatSays view={found.view} />
    </>
  )
}
