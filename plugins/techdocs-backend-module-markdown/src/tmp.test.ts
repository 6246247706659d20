import { MarkdownGenerator } from './MarkdownGenerator';
import { ConfigReader } from '@backstage/config';
import fs from 'node:fs';
import * as winston from 'winston';
it('tries', async () => {
  const g = MarkdownGenerator.fromConfig(new ConfigReader({}));
  const logger = winston.createLogger({
    transports: [new winston.transports.Console()],
  });
  for (const repo of fs.readdirSync('/work/main/examples/acme')) {
    const inputDir = `/work/main/examples/acme/${repo}`;
    const outputDir = `/tmp/md/out/${repo}`;
    fs.rmSync(outputDir, { recursive: true, force: true });
    fs.mkdirSync(outputDir, { recursive: true });
    try {
      await g.run({
        inputDir,
        outputDir,
        logger,
        etag: 'abcdef1234567890',
        siteOptions: { name: repo },
      } as any);
      const m = JSON.parse(
        fs.readFileSync(`${outputDir}/techdocs_metadata.json`, 'utf8'),
      );
      console.log(repo, m.warnings, m.files.length);
    } catch (e) {
      console.log(repo, String(e));
    }
  }
}, 60000);
