/**
 * The signal channel that tells when a version of an API was added.
 *
 * @remarks There is one channel per API, so that a signal reveals no API to
 * somebody who does not know of it already.
 *
 * @param entityRef - the full, lower-cased ref of the API
 */
export function versionAddedChannel(entityRef: string): string {
  return `api-history:${entityRef}`;
}

/** What is sent on {@link versionAddedChannel}. */
export type VersionAddedSignal = {
  action: 'version-added';
  /** The number of the new version. */
  number: number;
};

/** The topic on which other backends hear that a version of an API was added. */
export const API_VERSION_ADDED_TOPIC = 'atrium.api-version-added';

/** What is told on {@link API_VERSION_ADDED_TOPIC}. */
export type ApiVersionAdded = {
  /** Of the API. */
  entityRef: string;
};
