import type { VersionId } from '../../../shared/model/ids.ts'

/** The speaker's view of a version. */
export function speakAddress(version: VersionId): string {
  return `/versions/${encodeURIComponent(version)}/speak`
}

/** The window that follows it, for the hall. */
export function hallAddress(version: VersionId): string {
  return `${speakAddress(version)}?screen=hall`
}

export function readingCopyAddress(version: VersionId): string {
  return `/versions/${encodeURIComponent(version)}/reading-copy`
}
