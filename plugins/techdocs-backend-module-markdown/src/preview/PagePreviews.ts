import { AnswerCache, EntityOrigins } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import {
  type CreatePreview,
  type PagePreview,
  TECHDOCS_REF_ANNOTATION,
} from '@atrium/plugin-techdocs-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Entity, parseLocationRef } from '@backstage/catalog-model';
import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BuildWorkers } from '../build/BuildWorkers';
import { words } from '../markdown/docsWords';
import {
  type EngineLimits,
  readMarkdownEngineConfig,
} from '../readMarkdownEngineConfig';
import { SETTINGS_FILES } from '../site/readSettings';
import { noAddresses } from '../site/RepositoryAddresses';
import { articleOf } from '../theme/renderShell';
import { stylesheet } from '../theme/stylesheet';

interface PagePreviewsOptions {
  limits: EngineLimits;
  origins: Pick<EntityOrigins, 'resolveFile'>;
  /** What a file of a repository says; nothing where there is none. */
  readFile(url: string): Promise<string | undefined>;
  workers: Pick<BuildWorkers, 'build' | 'close'>;
}

/** The file that decides how the Markdown of a site is read. */
interface SiteSettings {
  fileName: string;
  content: string;
}

/** Whoever writes waits for it. */
const MAX_SECONDS = 10;

/** More than these would not be answered while somebody looks. */
const MAX_WAITING = 20;

/**
 * Shows a page as it would look, by the engine that builds sites.
 *
 * @remarks
 * It is the only page of its site, so links to others are as they are written.
 * Its process is not that of builds: neither waits for the other.
 */
export class PagePreviews {
  static fromConfig(
    config: RootConfigService,
    { gitHosts }: { gitHosts: Pick<GitHosts, 'openFile'> },
  ): PagePreviews {
    const { limits } = readMarkdownEngineConfig(config);
    return new PagePreviews({
      async readFile(url) {
        const { client, path: file, branch } = gitHosts.openFile(url);
        return (await client.readFile(file, branch))?.content;
      },
      limits: {
        ...limits,
        maxBuildSeconds: Math.min(limits.maxBuildSeconds, MAX_SECONDS),
      },
      origins: EntityOrigins.fromConfig(config),
      workers: new BuildWorkers({
        count: 1,
        maxMemoryMegabytes: limits.maxMemoryMegabytes,
      }),
    });
  }

  readonly #options: PagePreviewsOptions;
  #waitingCount = 0;
  readonly #settings = new AnswerCache<SiteSettings[]>({ max: 100 });

  constructor(options: PagePreviewsOptions) {
    this.#options = options;
  }

  /** Ends what is being rendered; the object is of no use afterwards. */
  async close(): Promise<void> {
    await this.#options.workers.close();
  }

  /**
   * @throws NotFoundError when the file is no page of the site;
   * ServiceUnavailableError when too many others are waiting
   */
  async render(
    entity: Entity,
    preview: Pick<CreatePreview, 'page' | 'content'>,
  ): Promise<PagePreview> {
    if (this.#waitingCount >= MAX_WAITING) {
      throw words.error(
        ServiceUnavailableError,
        words.describe('docs.preview.tooMany'),
      );
    }
    this.#waitingCount += 1;
    try {
      return await this.#render(entity, preview);
    } finally {
      this.#waitingCount -= 1;
    }
  }

  async #render(
    entity: Entity,
    { page, content }: Pick<CreatePreview, 'page' | 'content'>,
  ): Promise<PagePreview> {
    const settings = await this.#readSettings(entity);
    const folder = await mkdtemp(path.join(tmpdir(), 'page-preview-'));
    try {
      const input = path.join(folder, 'source');
      const file = path.join(input, page);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
      for (const { fileName, content: text } of settings) {
        await writeFile(path.join(input, fileName), text);
      }
      const output = path.join(folder, 'site');
      const { facts } = await this.#options.workers.build({
        inputDir: input,
        outputDir: output,
        siteName: entity.metadata.title ?? entity.metadata.name,
        etag: undefined,
        addresses: noAddresses,
        limits: this.#options.limits,
        cacheDirectory: path.join(folder, 'cache'),
        cacheKey: 'preview',
      });
      const found = facts.find(({ sourcePath }) => sourcePath === page);
      if (!found) {
        throw words.error(
          NotFoundError,
          words.describe('docs.preview.notAPage', { page }),
        );
      }
      const html = await readFile(
        path.join(output, found.path, 'index.html'),
        'utf8',
      );
      return { html: articleOf(html), stylesheet };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** At most one file; a site need not have any. */
  async #readSettings(entity: Entity): Promise<SiteSettings[]> {
    const { origins, readFile: read } = this.#options;
    const urls = SETTINGS_FILES.map(fileName => ({
      fileName,
      url: findFile(entity, fileName, origins),
    }));
    return this.#settings.get(JSON.stringify(urls), async () => {
      for (const { fileName, url } of urls) {
        const content = url && (await read(url));
        if (content) {
          return [{ fileName, content }];
        }
      }
      return [];
    });
  }
}

/** Nowhere for documentation that does not come from the entity's repository. */
function findFile(
  entity: Entity,
  fileName: string,
  origins: PagePreviewsOptions['origins'],
): string | undefined {
  const ref = entity.metadata.annotations?.[TECHDOCS_REF_ANNOTATION];
  try {
    const { type, target } = parseLocationRef(ref ?? 'dir:.');
    if (type !== 'dir' && type !== 'url') {
      return undefined;
    }
    const file = `${target.replace(/(?<!\/)\/+$/, '')}/${fileName}`;
    return origins.resolveFile(entity, file, {
      suffixes: [path.extname(fileName)],
    }).url;
  } catch (error) {
    if (error instanceof InputError) {
      return undefined;
    }
    throw error;
  }
}
