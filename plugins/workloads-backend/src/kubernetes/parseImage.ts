import type { ContainerImage } from '@atrium/plugin-workloads-common';

const SHORT_DIGEST_LENGTH = 12;

/** Takes an image reference apart: `registry:5000/shop/web:1.2@sha256:...`. */
export function parseImage(container: string, image: string): ContainerImage {
  const [name, digest] = image.split('@', 2);
  const colon = name.lastIndexOf(':');
  // A colon before a slash is the one of a port.
  const hasTag = colon > name.lastIndexOf('/');
  const tag = hasTag ? name.slice(colon + 1) : undefined;
  return {
    container,
    image,
    repository: hasTag ? name.slice(0, colon) : name,
    tag,
    digest,
    version: tag ?? (digest ? shortenDigest(digest) : 'latest'),
  };
}

/** A digest as far as people compare it. */
function shortenDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, SHORT_DIGEST_LENGTH);
}
