import { SecretariatSays } from './secretariat-says.tsx'
import { useWorkshopText } from './use-workshop-text.ts'

/** Over a draft that takes up a version the secretariat returned: why. */
export function ReturnedNotice({ text }: { readonly text: string }) {
  const found = useWorkshopText(text)
  if (found?.view.state !== 'returned') return null
  return <SecretariatSays view={found.view} />
}
