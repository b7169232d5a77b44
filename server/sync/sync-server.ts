/** The sync server: commit first, then relay and acknowledge. */
import type { SyncDependencies, SyncServer } from './sync-service.ts'

export function createSyncServer(dependencies: SyncDependencies): SyncServer {
  throw new Error(`not built yet: ${dependencies.epoch}`)
}
