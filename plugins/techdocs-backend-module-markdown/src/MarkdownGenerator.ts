import type { GitHosts, RepositoryCommit } from '@atrium/git-hosts';
import type { Config } from '@backstage/config';
import { ForwardedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { ScmIntegrations } from '@backstage/integration';
import type {
  GeneratorBase,
  GeneratorRunOptions,
} from '@backstage/plugin-techdocs-node';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPageCommits } from './commits/findPageCommits';
import { DOCS_FACTS_FILE } from './docsFacts';
import type { EngineLimits } from './readMarkdownEngineConfig';
import { readMarkdownEngineConfig } from './readMarkdownEngineConfig';
import { findRepositoryAddresses } from './site/findRepositoryAddresses';
import { PageCache } from './build/PageCache';
import { toDocsFacts } from './toDocsFacts';
import type { BuildResult } from './build/buildMessages';
import { BuildWorkers } from './build/BuildWorkers';

export interface MarkdownGeneratorOptions {
  gitHosts: Pick<GitHosts, 'openHistory'>;
  integrations: ScmIntegrationRegistry;
  limits: EngineLimits;
  /** A folder of its own, which is gone with the generator, where it is left out. */
  cacheDirectory: string | undefined;
  workers: BuildWorkers;
}

/** Gone with its generator or the process, so that nobody else can have written to it. */
class TemporaryFolder {
  readonly directory = mkdtempSync(path.join(tmpdir(), 'techdocs-cache-'));
  readonly #remove = () =>
    rmSync(this.directory, { recursive: true, force: true });

  constructor() {
    process.once('exit', this.#remove);
  }

  remove(): void {
    process.off('exit', this.#remove);
    this.#remove();
  }
}

/**
 * Generates a documentation site from Markdown beside this process.
 *
 * @remarks
 * Nothing that a repository holds is executed: its files are read as text, its
 * configuration as data. A build that fails leaves the published site as it is.
 */
export class MarkdownGenerator implements GeneratorBase {
  static fromConfig(
    config: Config,
    { gitHosts }: Pick<MarkdownGeneratorOptions, 'gitHosts'>,
  ): MarkdownGenerator {
    const { cacheDirectory, limits, processCount } =
      readMarkdownEngineConfig(config);
    return new MarkdownGenerator({
      gitHosts,
      integrations: ScmIntegrations.fromConfig(config),
      limits,
      cacheDirectory,
      workers: new BuildWorkers({
        count: processCount,
        maxMemoryMegabytes: limits.maxMemoryMegabytes,
      }),
    });
  }

  readonly #cacheDirectory: string;
  readonly #temporaryFolder: TemporaryFolder | undefined;
  readonly #cache: PageCache;
  readonly #options: MarkdownGeneratorOptions;

  constructor(options: MarkdownGeneratorOptions) {
    this.#options = options;
    if (options.cacheDirectory === undefined) {
      this.#temporaryFolder = new TemporaryFolder();
      this.#cacheDirectory = this.#temporaryFolder.directory;
    } else {
      this.#cacheDirectory = options.cacheDirectory;
    }
    this.#cache = new PageCache(this.#cacheDirectory);
  }

  /** Ends what is being built; the generator is of no use afterwards. */
  async close(): Promise<void> {
    await this.#options.workers.close();
    this.#temporaryFolder?.remove();
  }

  async run(run: GeneratorRunOptions): Promise<void> {
    const started = performance.now();
    try {
      const { pageCount, renderedCount, warnings } = await this.#build(run);
      const milliseconds = Math.round(performance.now() - started);
      run.logger.info(
        `Built ${pageCount} pages (${renderedCount} rendered anew) in ${milliseconds} ms; notes for the owner: ${warnings.length}`,
      );
    } catch (error) {
      throw new ForwardedError('Could not build the documentation', error);
    }
  }

  async #build(run: GeneratorRunOptions) {
    const { integrations, limits, workers } = this.#options;
    const { inputDir, outputDir, etag, parsedLocationAnnotation } = run;
    const siteName = run.siteOptions?.name;
    const { type, target } = parsedLocationAnnotation ?? {};
    const key = `${type}:${target}:${siteName}`;
    const { cacheProblem, ...built } = await workers.build({
      inputDir,
      outputDir,
      siteName,
      etag,
      addresses: findRepositoryAddresses(
        integrations,
        parsedLocationAnnotation,
      ),
      limits,
      cacheDirectory: this.#cacheDirectory,
      cacheKey: key,
    });
    if (cacheProblem) {
      run.logger.warn(`Rendered pages could not be kept: ${cacheProblem}`);
    }
    const facts = toDocsFacts(built, await this.#findCommits(run, built, key));
    await writeFile(
      path.join(outputDir, DOCS_FACTS_FILE),
      JSON.stringify(facts),
    );
    return built;
  }

  /** Who changed the pages last, as far as their git host tells. */
  async #findCommits(
    run: GeneratorRunOptions,
    { commit, facts }: Pick<BuildResult, 'commit' | 'facts'>,
    key: string,
  ): Promise<Map<string, RepositoryCommit>> {
    const { type, target } = run.parsedLocationAnnotation ?? {};
    const opened =
      type === 'url' && target
        ? this.#options.gitHosts.openHistory(target)
        : undefined;
    if (!commit || !opened) {
      return new Map();
    }
    return findPageCommits(facts, {
      cache: this.#cache,
      cacheKey: `${key}:commits`,
      readLastCommit: (file, signal) =>
        opened.history.findLastCommit(path.posix.join(opened.path, file), {
          ref: commit.id,
          signal,
        }),
      onProblem: message =>
        run.logger.info(
          `The git host did not tell who changed the pages last: ${message}`,
        ),
    });
  }
}
