/** What delivery reads of a package URL. */
export interface PackageUrl {
  /** The URL without qualifiers, which only say where to get the package. */
  id: string;
  /** The tag, where the version is a digest; else the version. */
  version?: string;
}

/**
 * Reads a package URL such as `pkg:oci/app@sha256%3A0b31?tag=1.4.0`. Anything
 * else is taken as it is: emitters also name artifacts by file or digest.
 */
export function parsePackageUrl(value: string): PackageUrl {
  if (!value.startsWith('pkg:')) {
    return { id: value };
  }
  const [withoutFragment] = value.split('#', 1);
  const [id, query] = withoutFragment.split('?', 2);
  const tag = new URLSearchParams(query ?? '').get('tag') ?? undefined;
  const at = id.lastIndexOf('@');
  return {
    id,
    version: tag ?? (at < 0 ? undefined : decode(id.slice(at + 1))),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
