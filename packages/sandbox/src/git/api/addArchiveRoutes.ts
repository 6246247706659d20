import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Router } from 'express';
import { HttpError } from '../HttpError.ts';
import { readWildcard } from '../readWildcard.ts';
import type { RequestReader } from './RequestReader.ts';

/** Whole trees as archives, which is how Backstage reads folders. */
export function addArchiveRoutes(
  router: Router,
  options: { read: RequestReader },
) {
  const { read } = options;

  router.get('/repos/:owner/:repo/archive/*', async (request, response) => {
    const repository = read.repository(request);
    const match = /^(.+)\.tar\.gz$/.exec(readWildcard(request));
    if (!match) {
      throw new HttpError(400, `Unknown archive '${readWildcard(request)}'`);
    }
    const [, ref] = match;
    const commit = await read.commit(repository, ref);
    const name = `${repository.name}-${ref.replace(/[^-.\w]/g, '-')}`;
    response.setHeader('ETag', `"${commit}"`);
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${name}.tar.gz"`,
    );
    response.type('application/gzip');
    const archive = repository.streamArchive(commit);
    response.on('close', () => archive.kill());
    await pipeline(archive.stdout, createGzip(), response);
  });
}
