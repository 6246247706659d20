import type { Config } from '@backstage/config';
import { ForwardedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { ScmIntegrations } from '@backstage/integration';
import type {
  GeneratorBase,
  GeneratorRunOptions,
} from '@backstage/plugin-techdocs-node';
import type { MarkdownIt } from 'markdown-it';
import { createMarkdown } from './markdown/createMarkdown';
import { Highlighter } from './markdown/Highlighter';
import type { EngineLimits } from './readMarkdownEngineConfig';
import { readMarkdownEngineConfig } from './readMarkdownEngineConfig';
import type { PageCache } from './site/PageCache';
import { DirectoryPageCache, MemoryPageCache } from './site/PageCache';
import { renderSite } from './site/renderSite';

export interface MarkdownGeneratorOptions {
  integrations: ScmIntegrationRegistry;
  limits: EngineLimits;
  cache: PageCache;
}

/**
 * Generates a documentation site from Markdown inside this process.
 *
 * @remarks
 * Nothing that a repository holds is executed: its files are read as text, its
 * configuration as data. A build that fails leaves the published site as it is.
 */
export class MarkdownGenerator implements GeneratorBase {
  private readonly md: MarkdownIt = createMarkdown();
  private readonly highlighter = new Highlighter();

  static fromConfig(config: Config): MarkdownGenerator {
    const { cacheDirectory, limits } = readMarkdownEngineConfig(config);
    return new MarkdownGenerator({
      integrations: ScmIntegrations.fromConfig(config),
      limits,
      cache: cacheDirectory
        ? new DirectoryPageCache(cacheDirectory)
        : new MemoryPageCache(),
    });
  }

  constructor(private readonly options: MarkdownGeneratorOptions) {}

  async run(run: GeneratorRunOptions): Promise<void> {
    const started = performance.now();
    try {
      const { pageCount, renderedCount, warnings } = await renderSite({
        ...this.options,
        inputDir: run.inputDir,
        outputDir: run.outputDir,
        siteName: run.siteOptions?.name,
        etag: run.etag,
        location: run.parsedLocationAnnotation,
        md: this.md,
        highlighter: this.highlighter,
      });
      const milliseconds = Math.round(performance.now() - started);
      run.logger.info(
        `Built ${pageCount} pages (${renderedCount} rendered anew) in ${milliseconds} ms with ${warnings.length} notes for the owner`,
      );
    } catch (error) {
      throw new ForwardedError('Could not build the documentation', error);
    }
  }
}
