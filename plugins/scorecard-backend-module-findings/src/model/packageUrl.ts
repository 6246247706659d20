import { PackageURL } from 'packageurl-js';

/** What a package URL says. */
export interface PackageId {
  type: string;
  /** Without version, qualifiers and subpath; the same however it was written. */
  purl: string;
  /** With the namespace: `org.apache.logging.log4j/log4j-core`. */
  name: string;
  version?: string;
}

/** What a package is called where there is no URL of it. */
export interface PackageName {
  type: string;
  namespace?: string;
  name: string;
  version?: string;
}

const MAX_LENGTH = 1_000;

/** Reads a package URL; nothing for what is none. */
export function parsePackageUrl(purl: unknown): PackageId | undefined {
  if (typeof purl !== 'string' || purl.length > MAX_LENGTH) {
    return undefined;
  }
  // The library refuses what it takes for no version of the ecosystem.
  const [, base = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(purl) ?? [];
  const at = base.lastIndexOf('@');
  const hasVersion = at > base.lastIndexOf('/');
  const name = hasVersion ? base.slice(0, at) : base;
  try {
    const parsed = PackageURL.fromString(`${name}${rest}`);
    return toPackageId({
      type: parsed.type,
      namespace: parsed.namespace ?? undefined,
      name: parsed.name,
      version: hasVersion ? decode(base.slice(at + 1)) : undefined,
    });
  } catch {
    return undefined;
  }
}

/** The same of a package that somebody names without a URL. */
export function toPackageId(id: PackageName): PackageId | undefined {
  try {
    const { type, namespace, name } = new PackageURL(
      id.type,
      id.namespace,
      id.name,
      undefined,
      undefined,
      undefined,
    );
    const plain = new PackageURL(
      type,
      namespace,
      name,
      undefined,
      undefined,
      undefined,
    );
    const fullName = namespace ? `${namespace}/${name}` : name;
    return /\p{Cc}/u.test(`${type}${fullName}`)
      ? undefined
      : {
          type,
          purl: plain.toString(),
          name: fullName,
          version: id.version === '' ? undefined : id.version,
        };
  } catch {
    return undefined;
  }
}

function decode(version: string): string {
  try {
    return decodeURIComponent(version);
  } catch {
    return version;
  }
}
