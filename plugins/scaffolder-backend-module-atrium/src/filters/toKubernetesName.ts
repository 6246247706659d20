const MAX_LENGTH = 63;

/**
 * Turns the name of an entity into one that Kubernetes takes for a namespace: a
 * label of RFC 1123.
 *
 * @remarks
 *
 * Names of entities may have capitals, dots and underscores as well:
 * `audio_playback` becomes `audio-playback`, `Billing.Core` becomes `billing-core`.
 */
export function toKubernetesName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MAX_LENGTH)
    .replace(/-$/, '');
}
