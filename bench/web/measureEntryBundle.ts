import { gzipSync } from 'node:zlib';
import { Failure } from '@atrium/launcher/src/report.ts';
import { findEntryAssets } from './findEntryAssets.ts';

/** The size in KB of all that the first page loads at once, each compressed. */
export async function measureEntryBundle(portalUrl: string): Promise<number> {
  const html = (await download(portalUrl)).toString('utf8');
  let bytes = 0;
  for (const path of findEntryAssets(html)) {
    bytes += gzipSync(await download(new URL(path, portalUrl))).length;
  }
  return bytes / 1000;
}

async function download(url: string | URL): Promise<Buffer> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Failure(`${url} answers ${response.status}`);
  }
  return Buffer.from(await response.arrayBuffer());
}
