import type { EntityOrigins } from '@atrium/backend-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { FIRST_PAGE } from './firstSite';
import { locatePage } from './locatePage';

interface SiteFoldersOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  origins: Pick<EntityOrigins, 'find' | 'get' | 'isInOrigin' | 'resolveFile'>;
}

/** What a repository is about; its APIs and resources are defined beside it. */
const MAIN_KINDS = ['component', 'system'];

/** Finds a folder for a new site in which no other entity has its own. */
export class SiteFolders {
  readonly #options: SiteFoldersOptions;

  constructor(options: SiteFoldersOptions) {
    this.#options = options;
  }

  /**
   * From the folder of the entity on, with a slash behind it; empty for that
   * folder itself, where no other entity could have its site there. A component
   * or system has it before APIs and resources that come from the same folder.
   *
   * @throws InputError when the entity does not come from a repository
   * @throws ConflictError when each folder is that of another entity
   */
  async find(entity: Entity): Promise<string> {
    const others = await this.#listOthers(entity);
    const urlOf = (folder: string) => this.#firstPageUrl(entity, folder);
    const neighbours = others.filter(
      other => this.#firstPageUrl(other, '') === urlOf(''),
    );
    const isFirst = neighbours.every(other => isMain(entity) && !isMain(other));
    const sites = others.map(other => this.#findSiteUrl(other));
    const claimed = [
      ...others.map(other => this.#firstPageUrl(other, '')),
      ...neighbours.flatMap(other =>
        foldersOf(other).map(folder => this.#firstPageUrl(other, folder)),
      ),
    ];
    const found = [
      ...(isFirst ? [''] : []),
      ...foldersOf(entity).filter(folder => !claimed.includes(urlOf(folder))),
    ].find(folder => !sites.includes(urlOf(folder)));
    if (found === undefined) {
      throw new ConflictError(
        `Other entities have documentation in each folder that '${stringifyEntityRef(
          entity,
        )}' could have its own in`,
      );
    }
    return found;
  }

  /** The other entities of its repository and branch. */
  async #listOthers(entity: Entity): Promise<Entity[]> {
    const { auth, catalog, origins } = this.#options;
    const { repository, repositoryUrl, branch } = origins.get(entity);
    const ref = stringifyEntityRef(entity);
    const pages = catalog.streamEntities(
      {
        query: {
          [`metadata.annotations.${ANNOTATION_LOCATION}`]: {
            $hasPrefix: `url:${repositoryUrl}/`,
          },
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      // What somebody does not see is not to be overwritten either.
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const others: Entity[] = [];
    for await (const page of pages) {
      others.push(
        ...page.filter(other => {
          const origin = origins.find(other);
          return (
            origin?.repository === repository &&
            origin.branch === branch &&
            // It is no thing of its own, but says where such are.
            other.kind.toLowerCase() !== 'location' &&
            stringifyEntityRef(other) !== ref
          );
        }),
      );
    }
    return others;
  }

  #firstPageUrl(entity: Entity, folder: string): string {
    const { url } = this.#options.origins.resolveFile(
      entity,
      `${folder}${FIRST_PAGE}`,
      { suffixes: ['.md'] },
    );
    return url.toLowerCase();
  }

  /** The first page of the site that an entity has, if it is where the entity is. */
  #findSiteUrl(entity: Entity): string | undefined {
    try {
      return locatePage(entity, FIRST_PAGE, this.#options).url.toLowerCase();
    } catch {
      // It has none, or one that it does not write here.
      return undefined;
    }
  }
}

function isMain({ kind }: Entity): boolean {
  return MAIN_KINDS.includes(kind.toLowerCase());
}

/** Folders that are named after an entity, the best first. */
function foldersOf({ kind, metadata }: Entity): string[] {
  const { name, namespace = 'default' } = metadata;
  const withKind = `${name}-${kind.toLowerCase()}`;
  return [name, withKind, `${withKind}-${namespace}`].map(one => `${one}/`);
}
