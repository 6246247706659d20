import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Builder } from './Builder.ts';
import type { PageContent } from './conformance/compareContent.ts';

const plugin = resolve(
  import.meta.dirname,
  '../../plugins/techdocs-backend-module-markdown',
);
/** Finds what the plugin finds. */
const load = createRequire(join(plugin, 'package.json'));

interface Generator {
  run(options: {
    inputDir: string;
    outputDir: string;
    logger: { info(message: string): void };
    siteOptions: { name: string };
    etag: string;
    parsedLocationAnnotation: { type: 'url'; target: string };
  }): Promise<void>;
}

interface EngineModule {
  MarkdownGenerator: {
    fromConfig(config: unknown, options: { gitHosts: unknown }): Generator;
  };
}

export interface Engine extends Builder {
  /** Forgets the pages of earlier builds. */
  forget(): void;
}

/**
 * A repository on a host that makes edit links, and that the engine does not
 * ask over the network who changed a page last.
 */
const LOCATION = {
  type: 'url' as const,
  target: 'https://bitbucket.org/acme/bench/src/main/',
};

/** What the engine's own tests compare pages by. */
export function loadExtractContent(): (html: string) => PageContent {
  load('@backstage/cli/config/nodeTransform.cjs');
  return load('./src/__testUtils__/extractContent.ts').extractContent;
}

/** No two engines find the pages that another has kept. */
let generation = 0;

/** The engine as the backend holds it, run from its source. */
export function createEngine(): Engine {
  load('@backstage/cli/config/nodeTransform.cjs');
  const { ConfigReader } = load('@backstage/config');
  const { ScmIntegrations } = load('@backstage/integration');
  const { GitHosts } = load('@atrium/git-hosts');
  const { MarkdownGenerator }: EngineModule = load(
    './src/MarkdownGenerator.ts',
  );
  const config = new ConfigReader({});
  const generator = MarkdownGenerator.fromConfig(config, {
    gitHosts: new GitHosts(ScmIntegrations.fromConfig(config)),
  });
  let commitCount = 0;
  generation += 1;
  let siteName = `Bench ${process.pid} ${generation}`;
  return {
    forget() {
      generation += 1;
      siteName = `Bench ${process.pid} ${generation}`;
    },
    build(inputDir, outputDir) {
      commitCount += 1;
      return generator.run({
        inputDir,
        outputDir,
        logger: { info: () => undefined },
        // Pages are kept by the location and the name of a site.
        siteOptions: { name: siteName },
        // Every page names the commit, so none is the same file as before.
        etag: hash('sha1', String(commitCount)),
        parsedLocationAnnotation: LOCATION,
      });
    },
  };
}
