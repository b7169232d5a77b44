/** What was done, in the order in which one asks for it: versions, agreement, plan and deadlines, people, facts. */
import { useState } from 'react'
import type { ActKind, ActView, DeskView } from '../../../shared/protocol/views.ts'
import { news } from '../../i18n/messages/news.ts'
import { useText } from '../../i18n/use-text.ts'
import { ActList } from '../../ui/act-list.tsx'
import { Button } from '../../ui/button.tsx'
import { adoptionAddress } from '../adoption/adoption-address.ts'
import styles from './news.module.css'

const GROUPS = ['versions', 'agreement', 'plan', 'workshops', 'people', 'facts'] as const
type Group = (typeof GROUPS)[number]

const GROUP_OF: { readonly [K in ActKind]: Group } = {
  'text-imported': 'versions',
  'version-transmitted': 'versions',
  'version-acknowledged': 'versions',
  'version-opened': 'versions',
  'draft-opened': 'versions',
  'draft-restored': 'versions',
  'text-submitted': 'versions',
  'text-returned': 'versions',
  'text-accepted': 'versions',
  'units-proposed': 'versions',
  'coverage-signed': 'versions',
  'units-agreed': 'agreement',
  'units-disagreed': 'agreement',
  'unit-reopened': 'agreement',
  'text-sealed': 'versions',
  'seal-withdrawn': 'versions',
  'text-adopted': 'versions',
  'corrigendum-proposed': 'versions',
  'corrigendum-withdrawn': 'versions',
  'corrigendum-declined': 'versions',
  'corrigendum-made': 'versions',
  'proposal-decided': 'versions',
  'proposal-undecided': 'versions',
  'record-exported': 'plan',
  'text-published': 'versions',
  'publication-ended': 'versions',
  'change-asked': 'agreement',
  'change-consented': 'agreement',
  'change-declined': 'agreement',
  'change-withdrawn': 'agreement',
  'unit-changed': 'agreement',
  'edition-made': 'plan',
  'edition-changed': 'plan',
  'stage-added': 'plan',
  'stage-changed': 'plan',
  'stage-removed': 'plan',
  'stages-reordered': 'plan',
  'stage-opened': 'plan',
  invited: 'people',
  'invitation-withdrawn': 'people',
  joined: 'people',
  'mandate-ended': 'people',
  'sign-in-link-made': 'people',
  'fact-added': 'facts',
  'fact-changed': 'facts',
  'fact-withdrawn': 'facts',
  'fact-restored': 'facts',
  'workshop-added': 'workshops',
  'workshop-changed': 'workshops',
  'workshop-removed': 'workshops',
  'workshops-reordered': 'workshops',
  'speech-changed': 'workshops',
  'participation-added': 'workshops',
  'participation-changed': 'workshops',
  'participation-removed': 'workshops',
  'participations-imported': 'workshops',
}

/** Acts of a group shown before one asks for the rest. */
const FIRST_ACTS = 5

export function ActNews({ acts, desk }: { readonly acts: readonly ActView[]; readonly desk: DeskView }) {
  return GROUPS.map(group => {
    const list = acts.filter(({ kind }) => (GROUP_OF[kind] ?? 'plan') === group)
    return list.length > 0 && <ActGroup key={group} group={group} list={list} desk={desk} />
  })
}

function ActGroup({
  group,
  list,
  desk,
}: {
  readonly group: Group
  readonly list: readonly ActView[]
  readonly desk: DeskView
}) {
  const t = useText(news)
  const [all, setAll] = useState(false)
  const shown = all ? list : list.slice(0, FIRST_ACTS)
  return (
    <section className={styles.acts}>
      <h3>{t(`acts.${group}`)}</h3>
      <ActList list={shown} narrow addressOf={act => addressOf(act, desk)} />
      {shown.length < list.length && (
        <Button kind="plain" onClick={() => setAll(true)}>
          {t('more-acts', { count: list.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

const OF_ADOPTION: readonly ActKind[] = [
  'text-sealed',
  'seal-withdrawn',
  'text-adopted',
  'corrigendum-proposed',
  'corrigendum-withdrawn',
  'corrigendum-declined',
  'corrigendum-made',
]

/** [S1] Only a declaration is adopted. */
function declarationOf(texts: DeskView['texts']): string | null {
  const declaration = texts.find(({ text }) => text.kind === 'declaration')
  return declaration ? adoptionAddress(declaration.text.id) : null
}

/** Where one sees what the act was about. A label names one version, unless two texts have one of that name. */
function addressOf({ kind, detail }: ActView, { texts }: DeskView): string | null {
  switch (GROUP_OF[kind]) {
    case 'plan':
      return '/plan'
    case 'workshops':
      return kind.startsWith('participation') ? '/workshops/participations' : '/workshops'
    case 'people':
      return '/people'
    case 'facts':
      return '/facts'
    case 'agreement':
    case 'versions': {
      if (OF_ADOPTION.includes(kind)) return declarationOf(texts)
      if (!detail.version) return null
      const named = texts.flatMap(({ versions }) => versions.filter(({ label }) => label === detail.version))
      return named.length === 1 ? `/versions/${named[0]!.id}` : null
    }
    default:
      return null
  }
}
