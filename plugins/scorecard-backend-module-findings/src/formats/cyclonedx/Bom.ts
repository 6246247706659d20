import { type PackageId, parsePackageUrl } from '../../model/packageUrl';
import { readLine } from '../../model/text';
import { type BomIdentity, type BomLink, parseBomLink } from './BomLink';
import type { CyclonedxComponent } from './cyclonedxSchemas';

/** A package, as far as vulnerabilities need to know it. */
export interface BomPackage {
  id?: PackageId;
  name: string;
  version?: string;
}

/** What a document calls its packages. */
export interface BomDocument extends BomIdentity {
  /** The ref of what it is about. */
  rootRef?: string;
  /** By their refs. */
  packages: ReadonlyMap<string, BomPackage>;
}

/** Documents that were sent for the same entity before. */
export interface KnownBoms {
  /**
   * What refs of a document stand for, as far as it has them.
   *
   * @returns undefined where the document is not known
   */
  find(
    document: BomIdentity,
    refs: string[],
  ): Promise<ReadonlyMap<string, BomPackage | 'entity'> | undefined>;
}

/** More is not the bill of materials of one entity. */
export const MAX_COMPONENTS = 50_000;
const MAX_DIRECT = 10_000;
/** A document that names parts of more others is not about one entity. */
const MAX_LINKED = 20;

/** What the parts of a CycloneDX document refer to. */
export class Bom {
  tool = 'CycloneDX';
  /** What the document is about. */
  rootRef: string | undefined;
  rootVersion: string | undefined;
  /** What other documents name it by; absent where it has no serial number. */
  identity: BomIdentity | undefined;
  #hasGraph = false;
  #direct = new Set<string>();
  readonly #packages = new Map<string, BomPackage>();
  /** By document. */
  readonly #wanted = new Map<string, { link: BomLink; refs: Set<string> }>();
  readonly #linked = new Map<
    string,
    ReadonlyMap<string, BomPackage | 'entity'>
  >();

  addPackage(ref: string, component: CyclonedxComponent): void {
    if (this.#packages.size < MAX_COMPONENTS) {
      this.#packages.set(ref, toBomPackage(component));
    }
  }

  setDirect(refs: string[]): void {
    this.#hasGraph = true;
    this.#direct = new Set(refs.slice(0, MAX_DIRECT));
  }

  /** Unknown where the document has no graph that begins at its root. */
  dependencyOf(ref: string | undefined) {
    if (!this.#hasGraph || ref === undefined) {
      return 'unknown' as const;
    }
    return this.#direct.has(ref)
      ? ('direct' as const)
      : ('transitive' as const);
  }

  /** Notes a ref that may be of another document, to be looked up. */
  want(ref: string): void {
    const link = parseBomLink(ref);
    if (link && !this.#isOwn(link)) {
      const key = toKey(link);
      const wanted = this.#wanted.get(key) ?? { link, refs: new Set() };
      if (this.#wanted.size < MAX_LINKED || this.#wanted.has(key)) {
        this.#wanted.set(key, wanted);
        wanted.refs.add(link.ref ?? '');
      }
    }
  }

  /** Looks up what is in other documents of the same entity. */
  async findLinked(boms: KnownBoms): Promise<void> {
    for (const [key, { link, refs }] of this.#wanted) {
      const found = await boms.find(link, [...refs].slice(0, MAX_COMPONENTS));
      if (found) {
        this.#linked.set(key, found);
      }
    }
  }

  /** What there is to keep of it, for other documents that name its components. */
  toDocument(): BomDocument | undefined {
    return (
      this.identity && {
        ...this.identity,
        rootRef: this.rootRef,
        packages: this.#packages,
      }
    );
  }

  /**
   * The package that a vulnerability affects. What affects the root affects all
   * of the entity.
   *
   * @returns a reason where that is not known
   */
  resolve(ref: string): BomPackage | 'entity' | { reason: string } {
    const link = /^urn:cdx:/i.test(ref) ? parseBomLink(ref) : { ref };
    if (!link) {
      return { reason: 'is no BOM-Link to a document and its version' };
    }
    if (link.ref !== undefined && link.ref === this.rootRef) {
      return 'entity';
    }
    return 'serial' in link && !this.#isOwn(link)
      ? this.#resolveLinked(link)
      : this.#resolveOwn(link.ref);
  }

  #resolveOwn(ref: string | undefined) {
    if (ref === undefined) {
      return 'entity' as const;
    }
    return (
      this.#packages.get(ref) ??
      packageOfUrl(ref) ?? {
        reason: 'names no component of the document, and is no package URL',
      }
    );
  }

  #resolveLinked(link: BomLink) {
    const { ref = '', serial, version } = link;
    const document = this.#linked.get(toKey(link));
    if (document && ref === '') {
      return 'entity' as const;
    }
    return (
      document?.get(ref) ??
      packageOfUrl(ref) ?? {
        reason: document
          ? `names no component of version ${version} of the document ${serial}`
          : `is of version ${version} of the document ${serial}, which is not among the last that were sent for this entity`,
      }
    );
  }

  #isOwn({ serial, version }: BomIdentity): boolean {
    return (
      this.identity?.serial === serial && this.identity.version === version
    );
  }
}

function toKey({ serial, version }: BomIdentity): string {
  return `${serial}/${version}`;
}

function packageOfUrl(ref: string): BomPackage | undefined {
  const id = parsePackageUrl(ref);
  return id && { id, name: id.name, version: id.version };
}

/** What a component is called, and its package URL if it has one. */
export function toBomPackage(component: CyclonedxComponent): BomPackage {
  const id = parsePackageUrl(component.purl);
  const name = [component.group, component.name].filter(Boolean).join('/');
  return {
    id,
    name: id?.name ?? readLine(name) ?? 'unknown',
    version: readLine(component.version) ?? readLine(id?.version),
  };
}
