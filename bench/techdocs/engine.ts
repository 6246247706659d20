import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Builder } from './Builder.ts';
import { bundleEngine } from './bundleEngine.ts';
import type { PageContent } from './conformance/compareContent.ts';

const root = resolve(import.meta.dirname, '../..');
const plugin = join(root, 'plugins/techdocs-backend-module-markdown');
const folder = join(root, '.atrium/bench/techdocs/engine');

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
  close(): Promise<void>;
}

interface EngineModule {
  MarkdownGenerator: {
    fromConfig(
      config: unknown,
      options: { gitHosts: { openHistory(): undefined } },
    ): Generator;
  };
}

export interface Engine extends Builder {
  /** Forgets the pages of earlier builds. */
  forget(): void;
  /** Ends its process and removes what it has kept. */
  close(): Promise<void>;
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

/** What draws the formulas of a page. */
export function loadRenderFormula(): (tex: string, isBlock: boolean) => string {
  load('@backstage/cli/config/nodeTransform.cjs');
  return load('./src/markdown/math.ts').renderFormula;
}

/** No two engines find the pages that another has kept. */
let generation = 0;

/**
 * Makes engines as the backend of `npm start` holds them: bundled, with code that V8
 * has compiled before.
 */
export async function loadEngine(): Promise<() => Engine> {
  process.env.NODE_COMPILE_CACHE = join(folder, 'compile-cache');
  const { ConfigReader } = load('@backstage/config');
  const { MarkdownGenerator }: EngineModule = load(await bundleEngine(folder));
  return () =>
    createEngine(
      MarkdownGenerator.fromConfig(new ConfigReader({}), {
        gitHosts: { openHistory: () => undefined },
      }),
    );
}

function createEngine(generator: Generator): Engine {
  let commitCount = 0;
  generation += 1;
  let siteName = `Bench ${process.pid} ${generation}`;
  return {
    forget() {
      generation += 1;
      siteName = `Bench ${process.pid} ${generation}`;
    },
    close: () => generator.close(),
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
