/** The fate of amendments as everyone who may read the three versions sees it. */
import type { Mandate } from '../../shared/model/mandate.ts'
import type { FatesView } from '../../shared/protocol/views.ts'
import type { VersionFates } from '../amendments/version-fates.ts'
import type { VersionRecord } from '../store/versions.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { versionView } from './text-view.ts'

export function fatesView(
  situation: TextSituation,
  mandates: readonly Mandate[],
  version: VersionRecord,
  { base, answer, fates, facts }: VersionFates,
): FatesView {
  const view = (record: VersionRecord) => versionView(situation, mandates, record)
  return {
    ...fates,
    base: view(base),
    answer: view(answer),
    version: view(version),
    text: situation.text,
    facts,
  }
}
