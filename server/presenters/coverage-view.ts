/** [W4] The coverage of all summaries as one reader may see it, with what leads have signed. */

import { wordsOfUnits } from '../../shared/integrate/unit-words.ts'
import { SIDES, unitsOf } from '../../shared/model/bilingual-text.ts'
import { countBy } from '../../shared/model/count-by.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { COVERAGE_STATES, type CoverageStatement } from '../../shared/model/proposal.ts'
import type {
  CoverageRowView,
  CoverageView,
  SummaryCoverage,
} from '../../shared/protocol/integration-views.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import type { Integration, Summary } from '../integration/integration-facts.ts'
import { versionName } from '../integration/integration-facts.ts'
import {
  type CoverageGround,
  coverageGround,
  coverageRows,
  sharedCoverage,
  sharedGround,
} from '../integration/read-coverage.ts'
import { currentPlace, viewpointOf } from '../integration/viewpoint.ts'
import { signingMandate, statingMandate } from '../policies/integration-policies.ts'
import { signaturesOf, statementsOf } from '../store/coverage.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { allFacts, nameOf, placeVersion, saidBy } from './integration-view.ts'

export async function coverageView(
  deps: Pick<TextDeps, 'db' | 'sync'>,
  integration: Integration,
  mandates: readonly Mandate[],
): Promise<CoverageView | Refusal> {
  const place = await currentPlace(deps, integration, mandates)
  if (isRefusal(place)) return place
  const own = await coverageGround(integration, viewpointOf(integration, mandates), place)
  const shared = await sharedGround(integration)
  const summaries: SummaryCoverage[] = []
  for (const summary of integration.summaries)
    summaries.push(await summaryCoverage(deps, integration, mandates, summary, own, shared))
  const { declaration } = integration
  return {
    against: {
      text: declaration.text.id,
      draft: place.draft?.id ?? null,
      version: placeVersion(place),
      units: unitsOf(place.text).map(({ id, fr, ja }) => ({ unit: id, words: { fr, ja } })),
    },
    facts: allFacts(declaration.facts),
    summaries,
  }
}

async function summaryCoverage(
  { db }: Pick<TextDeps, 'db'>,
  integration: Integration,
  mandates: readonly Mandate[],
  summary: Summary,
  own: CoverageGround,
  shared: CoverageGround,
): Promise<SummaryCoverage> {
  const { accepted, workshop, situation } = summary
  const { text } = situation
  const may = {
    maySign: signingMandate(mandates, text) !== undefined,
    mayState: statingMandate(mandates, text) !== undefined,
  }
  const head = { workshop: nameOf(workshop), text, ...may }
  if (!accepted)
    return {
      ...head,
      ...{ version: null, state: 'none', rows: [], shared: null, signatures: [] },
      counts: countBy(COVERAGE_STATES, [], () => null),
    }
  const statements = await statementsOf(db, text.id)
  const rows = await coverageRows(integration, summary, own, statements)
  const signed = sharedCoverage(summary, shared, await coverageRows(integration, summary, shared, statements))
  const signatures = await signaturesOf(db, text.id)
  const version = placeVersion(shared.place)
  const source = (await integration.textOf(accepted.id)).text
  const view = (row: (typeof rows)[number]): CoverageRowView => {
    const said: CoverageStatement | undefined =
      row.basis === 'hand' ? statements.findLast(({ unit }) => unit === row.unit) : undefined
    return {
      ...row,
      words: wordsOfUnits(source, [row.unit]),
      sectionWords: row.section && wordsOfUnits(source, [row.section]),
      by: said ? saidBy(situation, said.by) : null,
      at: said?.at ?? null,
    }
  }
  return {
    ...head,
    version: versionName(summary, accepted.id),
    state: version && signed.covered ? 'integrated' : 'accepted',
    rows: rows.map(view),
    counts: countBy(COVERAGE_STATES, rows, ({ state }) => state),
    shared: version && { sha256: signed.sha256, version, open: signed.open },
    signatures: SIDES.flatMap(side => {
      const last = signatures.findLast(each => each.side === side)
      if (!last) return []
      const by = situation.mandates.get(last.by)?.title ?? null
      return [{ side, by, at: last.at, holds: last.sha256 === signed.sha256 }]
    }),
  }
}
