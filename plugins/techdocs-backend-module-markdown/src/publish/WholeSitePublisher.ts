import { failpoint } from '@atrium/backend-common';
import {
  type DiscoveryService,
  type LoggerService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import {
  type CompoundEntityRef,
  DEFAULT_NAMESPACE,
  type Entity,
} from '@backstage/catalog-model';
import { type Config, ConfigReader } from '@backstage/config';
import { isError } from '@backstage/errors';
import {
  Publisher,
  type PublisherBase,
  type PublishRequest,
  type PublishResponse,
} from '@backstage/plugin-techdocs-node';
import { randomUUID } from 'node:crypto';
import {
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import path from 'node:path';

const DIRECTORY_KEY = 'techdocs.publisher.local.publishDirectory';

/** Beside the sites of a kind. A name with a dot in front is not served. */
const VERSIONS = '.versions';

/** Nobody who is still at work needs that long to publish a site. */
const ABANDONED_MS = 60 * 60_000;

interface WholeSitePublisherOptions {
  directory: string;
  hasCasedPaths: boolean;
  /** The stock publisher for another folder. */
  createStock(directory: string): Promise<PublisherBase>;
}

/**
 * Publishes sites to a local folder so that each is the old or the new one as a
 * whole, also for whoever reads while it is published, and after a crash.
 *
 * @remarks The stock publisher copies a site over the old one: its removed pages
 * stay, and a process that dies leaves a mixture which passes for the new site.
 * Here the name of a site is a link to its version, which is exchanged at once.
 */
export class WholeSitePublisher implements PublisherBase {
  readonly #options: WholeSitePublisherOptions;
  readonly #stock: PublisherBase;

  /** @returns nothing where sites are not published to a local folder. */
  static async fromConfig(
    config: Config,
    services: { logger: LoggerService; discovery: DiscoveryService },
  ): Promise<WholeSitePublisher | undefined> {
    const type = config.getOptionalString('techdocs.publisher.type') ?? 'local';
    const directory = config.getOptionalString(DIRECTORY_KEY);
    if (type !== 'local' || !directory) {
      return undefined;
    }
    const hasCasedPaths =
      config.getOptionalBoolean(
        'techdocs.legacyUseCaseSensitiveTripletPaths',
      ) ?? false;
    const options: WholeSitePublisherOptions = {
      directory: path.resolve(directory),
      hasCasedPaths,
      createStock: publishDirectory =>
        Publisher.fromConfig(
          new ConfigReader({
            techdocs: {
              legacyUseCaseSensitiveTripletPaths: hasCasedPaths,
              publisher: { type: 'local', local: { publishDirectory } },
            },
          }),
          services,
        ),
    };
    return new WholeSitePublisher(
      options,
      await options.createStock(options.directory),
    );
  }

  private constructor(
    options: WholeSitePublisherOptions,
    stock: PublisherBase,
  ) {
    this.#options = options;
    this.#stock = stock;
  }

  async publish(request: PublishRequest): Promise<PublishResponse> {
    const { directory, createStock } = this.#options;
    const site = this.#pathOf(request.entity);
    const { dir, base } = path.parse(site);
    // The stock publisher refuses links that lead out of the folder they are in.
    const versions = resolveSafeChildPath(
      directory,
      path.join(dir, VERSIONS, base),
    );
    const version = path.join(versions, randomUUID());
    failpoint('docs.build.1');
    const staging = await createStock(version);
    const response = await staging.publish(request);
    failpoint('docs.build.2');
    const previous = await this.#link(site, path.join(version, site));
    failpoint('docs.build.3');
    await removeOthers(versions, {
      current: path.basename(version),
      previous:
        previous && path.relative(versions, previous).split(path.sep)[0],
    });
    return response;
  }

  getReadiness() {
    return this.#stock.getReadiness();
  }

  fetchTechDocsMetadata(entityName: CompoundEntityRef) {
    return this.#stock.fetchTechDocsMetadata(entityName);
  }

  docsRouter() {
    return this.#stock.docsRouter();
  }

  hasDocsBeenGenerated(entity: Entity) {
    return this.#stock.hasDocsBeenGenerated(entity);
  }

  /**
   * Has the name of a site lead to a version of it.
   *
   * @returns where it led before, if it was a link.
   */
  async #link(site: string, version: string): Promise<string | undefined> {
    const name = resolveSafeChildPath(this.#options.directory, site);
    const parent = path.dirname(name);
    await mkdir(parent, { recursive: true });
    const link = `${version}.link`;
    await symlink(path.relative(parent, version), link);
    const previous = await readlink(name).catch(() => undefined);
    if (previous === undefined) {
      // Where the stock publisher has left a folder, that moves away once.
      await rename(name, `${version}.before`).catch(ignoreMissing);
    }
    await rename(link, name);
    return previous && path.resolve(parent, previous);
  }

  #pathOf({ kind, metadata }: Entity): string {
    const parts = [
      metadata.namespace ?? DEFAULT_NAMESPACE,
      kind,
      metadata.name,
    ];
    const cased = path.join(...parts);
    return this.#options.hasCasedPaths ? cased : cased.toLowerCase();
  }
}

function ignoreMissing(error: unknown): void {
  if (!isError(error) || error.code !== 'ENOENT') {
    throw error;
  }
}

/** Removes versions that are not current, except what may still be written. */
async function removeOthers(
  versions: string,
  kept: { current: string; previous?: string },
): Promise<void> {
  for (const name of await readdir(versions)) {
    const folder = path.join(versions, name);
    const { mtimeMs } = await stat(folder);
    const isAbandoned = mtimeMs < Date.now() - ABANDONED_MS;
    if (name !== kept.current && (name === kept.previous || isAbandoned)) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
