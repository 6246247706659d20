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
import type { PageCache } from '../site/PageCache';
import { MemoryPageCache } from '../site/PageCache';
import type { SiteWarning } from '../site/SiteWarning';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: { gitea: [{ host: 'git.acme.example' }] },
  }),
);

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
  private buildCount = 0;
  private outputDir = '';

  constructor(
    files: Record<string, string | Uint8Array>,
    private readonly limits: Partial<EngineLimits> = {},
    private readonly cache: PageCache = new MemoryPageCache(),
  ) {
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

  async build(options: Partial<GeneratorRunOptions> = {}): Promise<void> {
    this.buildCount += 1;
    this.outputDir = path.join(this.root, `output-${this.buildCount}`);
    mkdirSync(this.outputDir);
    const generator = new MarkdownGenerator({
      integrations,
      limits: { ...defaultLimits, ...this.limits },
      cache: this.cache,
    });
    const info = jest.spyOn(logger, 'info').mockImplementation(message => {
      this.messages.push(String(message));
      return logger;
    });
    try {
      await generator.run({
        inputDir: this.inputDir,
        outputDir: this.outputDir,
        logger,
        siteOptions: { name: 'catalog-name' },
        ...options,
      });
    } finally {
      info.mockRestore();
    }
  }

  has(outputPath: string): boolean {
    return existsSync(path.join(this.outputDir, outputPath));
  }

  read(outputPath: string): string {
    return readFileSync(path.join(this.outputDir, outputPath), 'utf8');
  }

  get metadata(): TestSiteMetadata {
    return JSON.parse(this.read('techdocs_metadata.json'));
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }
}
