import { GitHosts } from '@atrium/git-hosts';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { GeneratorRunOptions } from '@backstage/plugin-techdocs-node';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogger, transports } from 'winston';
import { MarkdownGenerator } from '../MarkdownGenerator';
import type { EngineLimits } from '../readMarkdownEngineConfig';
import { defaultLimits } from '../readMarkdownEngineConfig';
import type { SiteWarning } from '../markdown/SiteWarning';
import { BuildWorkers } from '../build/BuildWorkers';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: { gitea: [{ host: 'git.acme.example' }] },
  }),
);

/** One for all tests of a file; its threads do not keep the process alive. */
export const workers = new BuildWorkers({ count: 1, maxMemoryMegabytes: 512 });

const logger = createLogger({
  transports: [new transports.Console({ silent: true })],
});

export interface TestSiteMetadata {
  site_name: string;
  site_description: string;
  etag?: string;
  build_timestamp: number;
  engine: string;
  files: string[];
  warnings: SiteWarning[];
}

/** A repository and its built documentation in a temporary folder. */
export class TestSite {
  readonly root = realpathSync(mkdtempSync(path.join(tmpdir(), 'site-')));
  readonly inputDir = path.join(this.root, 'input');
  readonly messages: string[] = [];
  #buildCount = 0;
  #outputDir = '';
  readonly #limits: Partial<EngineLimits>;

  constructor(
    files: Record<string, string | Uint8Array>,
    limits: Partial<EngineLimits> = {},
  ) {
    this.#limits = limits;
    mkdirSync(this.inputDir);
    this.write(files);
  }

  write(files: Record<string, string | Uint8Array>) {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.inputDir, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  createOutputDir(): string {
    this.#buildCount += 1;
    this.#outputDir = path.join(this.root, `output-${this.#buildCount}`);
    mkdirSync(this.#outputDir);
    return this.#outputDir;
  }

  async build(options: Partial<GeneratorRunOptions> = {}): Promise<void> {
    const outputDir = this.createOutputDir();
    const generator = new MarkdownGenerator({
      gitHosts: new GitHosts(integrations),
      integrations,
      limits: { ...defaultLimits, ...this.#limits },
      cacheDirectory: path.join(this.root, 'cache'),
      workers,
    });
    const spies = (['info', 'warn'] as const).map(level =>
      jest.spyOn(logger, level).mockImplementation(message => {
        this.messages.push(String(message));
        return logger;
      }),
    );
    try {
      await generator.run({
        inputDir: this.inputDir,
        outputDir,
        logger,
        siteOptions: { name: 'catalog-name' },
        ...options,
      });
    } finally {
      spies.forEach(spy => spy.mockRestore());
    }
  }

  has(outputPath: string): boolean {
    return existsSync(path.join(this.#outputDir, outputPath));
  }

  read(outputPath: string): string {
    return readFileSync(path.join(this.#outputDir, outputPath), 'utf8');
  }

  get metadata(): TestSiteMetadata {
    return JSON.parse(this.read('techdocs_metadata.json'));
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }
}
