import { type PackageId, parsePackageUrl } from '../../model/packageUrl';
import { readLine } from '../../model/text';
import type { CyclonedxComponent } from './cyclonedxSchemas';

/** A package, as far as vulnerabilities need to know it. */
export interface BomPackage {
  id?: PackageId;
  name: string;
  version?: string;
}

/** More is not the bill of materials of one entity. */
export const MAX_COMPONENTS = 50_000;
const MAX_DIRECT = 10_000;

/** What the parts of a CycloneDX document refer to. */
export class Bom {
  tool = 'CycloneDX';
  /** What the document is about. */
  rootRef: string | undefined;
  #hasGraph = false;
  #direct = new Set<string>();
  readonly #packages = new Map<string, BomPackage>();

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

  /**
   * The package that a vulnerability affects. What affects the root affects all
   * of the entity.
   *
   * @returns undefined where nothing has that ref
   */
  resolve(ref: string): BomPackage | 'entity' | undefined {
    const local = toLocalRef(ref);
    if (local === this.rootRef || (local === undefined && ref !== '')) {
      return 'entity';
    }
    const known = local === undefined ? undefined : this.#packages.get(local);
    const id = parsePackageUrl(local);
    return known ?? (id && { id, name: id.name, version: id.version });
  }
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

/**
 * The ref within a document: a BOM-Link (`urn:cdx:<serial>/<version>#<ref>`)
 * names one of another document. One without a ref is the document itself.
 */
function toLocalRef(ref: string): string | undefined {
  if (!/^urn:cdx:/i.test(ref)) {
    return ref;
  }
  const hash = ref.indexOf('#');
  try {
    return hash < 0 ? undefined : decodeURIComponent(ref.slice(hash + 1));
  } catch {
    return ref.slice(hash + 1);
  }
}
