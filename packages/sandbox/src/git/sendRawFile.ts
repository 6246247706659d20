import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { HttpError } from './HttpError.ts';
import type { Repository } from './Repository.ts';

const imageTypes: Record<string, string> = {
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

const sniffedBytes = 8_000;

export function imageTypeOf(path: string): string | undefined {
  return imageTypes[/\.(\w+)$/.exec(path)?.[1].toLowerCase() ?? ''];
}

/** Git's own rule: what has a NUL byte near its start is no text. */
export function isBinary(content: Buffer): boolean {
  return content.subarray(0, sniffedBytes).includes(0);
}

/** Sends a file as it is, and so that a browser never runs it. */
export async function sendRawFile(
  response: Response,
  options: { repository: Repository; commit: string; path: string },
): Promise<void> {
  const { repository, commit, path } = options;
  const entry = await repository.findEntry(commit, path);
  if (!entry || entry.type === 'dir' || entry.type === 'submodule') {
    throw new HttpError(404, `No file '${path}' in '${repository.fullName}'`);
  }
  const start = await repository.readBlob(entry.oid, {
    maxBytes: sniffedBytes,
  });
  const textType = isBinary(start)
    ? 'application/octet-stream'
    : 'text/plain; charset=utf-8';
  response.setHeader('Content-Type', imageTypeOf(path) ?? textType);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  );
  response.setHeader('Content-Length', entry.sizeBytes);
  await pipeline(repository.streamBlob(entry.oid).stdout, response);
}
