import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Builder } from './Builder.ts';

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
  }): Promise<void>;
}

interface EngineModule {
  MarkdownGenerator: { fromConfig(config: unknown): Generator };
}

export interface Engine extends Builder {
  /** Forgets the pages of earlier builds. */
  forget(): void;
}

/** The engine as the backend holds it, run from its source. */
export function createEngine(): Engine {
  load('@backstage/cli/config/nodeTransform.cjs');
  const { ConfigReader } = load('@backstage/config');
  const { MarkdownGenerator }: EngineModule = load(
    './src/MarkdownGenerator.ts',
  );
  const generator = MarkdownGenerator.fromConfig(new ConfigReader({}));
  let generation = 0;
  return {
    forget() {
      generation += 1;
    },
    build: (inputDir, outputDir) =>
      generator.run({
        inputDir,
        outputDir,
        logger: { info: () => undefined },
        // Pages are kept by the location and the name of a site.
        siteOptions: { name: `Bench ${generation}` },
      }),
  };
}
