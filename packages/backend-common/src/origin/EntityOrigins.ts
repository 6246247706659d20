import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, stringifyError } from '@backstage/errors';
import {
  ScmIntegrations,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import {
  findRepositoryAddress,
  parseRepositoryUrl,
  type RepositoryAddress,
  toRepositoryUrl,
} from '@atrium/git-hosts';

/** The file that an entity was read from. */
export interface EntityOrigin extends RepositoryAddress {
  url: string;
}

/** A file of the repository that an entity comes from. */
export interface EntityFile extends RepositoryAddress {
  url: string;
}

/** Which files of its repository an entity may name. */
export interface ResolveFileOptions {
  /** The endings that the feature uses, such as `.yaml`. */
  suffixes: readonly string[];
}

interface EntityOriginsOptions {
  integrations: ScmIntegrationRegistry;
  /** Branches that hold what was reviewed in any repository, beside its default one. */
  trustedBranches: string[];
}

/** GitHub and GitLab tell folders from files by the page. */
const FOLDER = /\/$|\/tree\//;

/**
 * Set by the catalog where another repository chose the file that an entity was
 * read from: the default branch of the repository of that file, empty where its
 * host has never said it.
 */
export const DEFAULT_BRANCH_ANNOTATION = 'atrium.dev/default-branch';

/** Counts as the default one as long as the catalog has not asked. */
const USUAL_DEFAULT_BRANCH = 'main';

/** What {@link EntityOrigins} reads of an entity. */
export const ORIGIN_ANNOTATIONS = [
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  DEFAULT_BRANCH_ANNOTATION,
];

/**
 * Knows where entities really come from, and which files they may name.
 *
 * @remarks
 *
 * Whoever may push to some repository writes entities, and the portal reads and
 * writes with rights of its own. So nothing that an entity says about itself
 * decides which repository is meant, not even `backstage.io/source-location`:
 * what counts is `backstage.io/managed-by-location`, which the catalog sets over
 * whatever a file says.
 */
export class EntityOrigins {
  readonly #options: EntityOriginsOptions;

  constructor(options: EntityOriginsOptions) {
    this.#options = options;
  }

  /** Reads `integrations` and `atrium.trustedBranches`. */
  static fromConfig(config: RootConfigService): EntityOrigins {
    return new EntityOrigins({
      integrations: ScmIntegrations.fromConfig(config),
      trustedBranches:
        config.getOptionalStringArray('atrium.trustedBranches') ?? [],
    });
  }

  /**
   * The file that an entity was read from.
   *
   * @throws InputError when it does not come from a repository, or when another
   * repository pointed the catalog at a branch that anybody may have made.
   */
  get(entity: Entity): EntityOrigin {
    const origin = this.#parse(entity, ANNOTATION_LOCATION);
    if (!this.#isReviewed(entity, origin)) {
      throw new InputError(
        `'${stringifyEntityRef(entity)}' comes from '${origin.branch}' of '${
          origin.repository
        }', which another repository chose: only its ${this.#listReviewed(
          entity,
        )} can be chosen so`,
      );
    }
    return origin;
  }

  /** The same, and nothing where that would throw. */
  find(entity: Entity): EntityOrigin | undefined {
    try {
      return this.get(entity);
    } catch {
      return undefined;
    }
  }

  /**
   * Where a file is that an entity names: a path from the folder of the entity,
   * from the root of its repository where it begins with a slash, or an address
   * in that repository.
   *
   * @throws InputError when it leads to another repository, branch or host, goes
   * through `..`, or has another suffix.
   */
  resolveFile(
    entity: Entity,
    path: string,
    { suffixes }: ResolveFileOptions,
  ): EntityFile {
    const origin = this.get(entity);
    const file = isAddress(path)
      ? this.#parseAddress(path, origin)
      : { ...origin, path: this.#resolvePath(entity, path, origin) };
    if (!suffixes.some(suffix => file.path.endsWith(suffix))) {
      throw new InputError(
        `'${path}' is not used: such a file ends with ${suffixes.join(' or ')}`,
      );
    }
    return { ...file, url: toRepositoryUrl(file) };
  }

  /** Whether an address leads into the repository and branch of an entity. */
  isInOrigin(entity: Entity, url: string): boolean {
    const origin = this.find(entity);
    const address = findRepositoryAddress(url, this.#options.integrations);
    return (
      origin !== undefined &&
      address !== undefined &&
      isSameBranch(origin, address)
    );
  }

  /**
   * The folder that is the entity's own, from the root of its repository: where
   * it says that its source is, as far as that is in the repository of its file.
   *
   * @throws InputError as `get` does.
   */
  getFolder(entity: Entity): string {
    return this.#folderOf(entity, this.get(entity));
  }

  /**
   * Whether a file was chosen by what is not on its own branch: its root location
   * lies in another repository, on another branch, or in none. Files on hosts that
   * the portal is not configured for are left alone.
   */
  isChosenElsewhere(fileUrl: string, rootUrl: string): boolean {
    const file = this.findAddress(fileUrl);
    const root = this.findAddress(rootUrl);
    return file !== undefined && !(root && isSameBranch(file, root));
  }

  /** Takes the address of a file or folder on a configured host apart. */
  findAddress(url: string): RepositoryAddress | undefined {
    return findRepositoryAddress(url, this.#options.integrations);
  }

  #parse(entity: Entity, annotation: string): EntityOrigin {
    const ref = entity.metadata.annotations?.[annotation] ?? '';
    const { type, target } = ref
      ? parseLocationRef(ref)
      : { type: '', target: '' };
    if (type !== 'url') {
      throw new InputError(
        `'${stringifyEntityRef(entity)}' does not come from a repository`,
      );
    }
    return {
      ...parseRepositoryUrl(target, this.#options.integrations),
      url: target,
    };
  }

  /**
   * A host shows commits of forks and open pull requests as part of a
   * repository, and whoever may write makes branches that nobody reviews. So a
   * branch counts when the platform found the file there itself, when it is the
   * default one, or when the operator vouches for its name.
   */
  #isReviewed(entity: Entity, origin: EntityOrigin): boolean {
    const { trustedBranches } = this.#options;
    const { branch, url } = origin;
    const ref = entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ?? '';
    return (
      trustedBranches.includes(branch) ||
      branch === defaultBranchOf(entity) ||
      !this.isChosenElsewhere(url, ref.replace(/^url:/, ''))
    );
  }

  #listReviewed(entity: Entity): string {
    const defaultBranch = defaultBranchOf(entity);
    return [
      defaultBranch === ''
        ? 'default branch, which its host has not told the portal,'
        : `default branch '${defaultBranch}'`,
      ...this.#options.trustedBranches.map(branch => `'${branch}'`),
    ].join(' or ');
  }

  #parseAddress(url: string, origin: EntityOrigin): RepositoryAddress {
    let address: RepositoryAddress;
    try {
      address = parseRepositoryUrl(url, this.#options.integrations);
    } catch (error) {
      throw new InputError(`'${url}' is not used: ${stringifyError(error)}`);
    }
    if (!isSameBranch(address, origin)) {
      throw new InputError(
        `'${url}' is not used: it is not on branch '${origin.branch}' of '${origin.repository}', which the entity comes from`,
      );
    }
    return address;
  }

  #resolvePath(entity: Entity, path: string, origin: EntityOrigin): string {
    const segments = path.split('/').filter(segment => segment !== '.');
    if (segments.includes('..') || /[\\\p{Cc}?#%]/u.test(path)) {
      throw new InputError(
        `'${path}' is not used: a path is made of names, without '..' and escapes`,
      );
    }
    const folder = path.startsWith('/') ? '' : this.#folderOf(entity, origin);
    return [...folder.split('/'), ...segments]
      .filter(segment => segment !== '')
      .join('/');
  }

  /** Where the source is, as far as it is in the repository of the entity. */
  #folderOf(entity: Entity, origin: EntityOrigin): string {
    const ref = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
    const source = findRepositoryAddress(
      ref?.replace(/^url:/, '') ?? '',
      this.#options.integrations,
    );
    if (source && isSameBranch(source, origin)) {
      return ref && FOLDER.test(ref) ? source.path : parentOf(source.path);
    }
    return parentOf(origin.path);
  }
}

function isAddress(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//');
}

function defaultBranchOf({ metadata }: Entity): string {
  return (
    metadata.annotations?.[DEFAULT_BRANCH_ANNOTATION] ?? USUAL_DEFAULT_BRANCH
  );
}

function isSameBranch(one: RepositoryAddress, other: RepositoryAddress) {
  return one.repository === other.repository && one.branch === other.branch;
}

function parentOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
