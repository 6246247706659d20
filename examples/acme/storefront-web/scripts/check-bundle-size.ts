import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

// What a phone on a slow network loads within two seconds.
const BUDGET_BYTES = 110 * 1024;

const folder = join(import.meta.dirname, '../dist/assets');
const entries = readdirSync(folder)
  .filter(name => /^index-.*\.(js|css)$/.test(name))
  .map(name => ({
    name,
    bytes: gzipSync(readFileSync(join(folder, name))).length,
  }));
const totalBytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);

console.table(entries);
if (totalBytes > BUDGET_BYTES) {
  console.error(
    `First load is ${totalBytes} bytes, the budget is ${BUDGET_BYTES}.`,
  );
  process.exit(1);
}
