import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseCostImportArguments } from '../arguments.ts';
import { readOtherPortal, type PortalAccess } from '../cost/readOtherPortal.ts';
import { renderImport, type SentImport } from '../cost/renderImport.ts';
import { Failure } from '../report.ts';
import { signInToRunningPortal } from '../token/signInToRunningPortal.ts';

const POLL_MS = 500;

/**
 * Sends a file of charges to the portal, waits until it was read, and prints how
 * that went.
 */
export async function costImportCommand(args: string[]): Promise<number> {
  const { file, home, persona, query } = parseCostImportArguments(args);
  const portal = await openPortal({ home, persona });
  const bytes = await sizeOf(file);
  const created = await ask(portal, {
    path: `/imports?${new URLSearchParams({ ...query, name: basename(file) })}`,
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes),
    },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  });
  let sent = created;
  while (['waiting', 'reading'].includes(sent.state)) {
    await sleep(POLL_MS);
    sent = await ask(portal, { path: `/imports/${created.id}` });
  }
  process.stdout.write(renderImport(sent, portal.url));
  return ['imported', 'unchanged'].includes(sent.state) ? 0 : 1;
}

async function openPortal(options: {
  home: string;
  persona: string;
}): Promise<PortalAccess> {
  const other = readOtherPortal(process.env);
  if (other) {
    return other;
  }
  const { portalUrl, token } = await signInToRunningPortal(options);
  return { url: portalUrl, token };
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw new Failure(`There is no file '${file}'`, { cause: error });
  }
}

async function ask(
  { token, url }: PortalAccess,
  { headers, path, ...init }: { path: string; duplex?: 'half' } & RequestInit,
): Promise<SentImport> {
  const response = await fetch(`${url}/api/cost${path}`, {
    ...init,
    headers: { ...headers, authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Failure(
      `The portal does not take the file: ${readMessage(text)}`,
    );
  }
  return JSON.parse(text) as SentImport;
}

function readMessage(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: string } };
    return error?.message ?? text;
  } catch {
    return text;
  }
}
