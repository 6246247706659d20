import express, { type RequestHandler, Router } from 'express';
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Each name holds a hash of what is in the file: it never changes. */
const FOREVER = { immutable: true, maxAge: '1y', index: false } as const;

/** Best first. */
const ENCODINGS = [
  { name: 'br', extension: 'br' },
  { name: 'gzip', extension: 'gz' },
];

/**
 * Serves the scripts and styles of the built app, compressed as the build left
 * them, and lets browsers keep them.
 *
 * @remarks A file that is not there is left to the next handler: the app's own
 * finds those of releases before this one.
 *
 * @param dist - the folder of the built app
 */
export function serveAssets(dist: string): RequestHandler {
  const folder = join(dist, 'static');
  return Router().use(
    '/static',
    serveCompressed(join(dist, 'compressed')),
    express.static(folder, FOREVER),
  );
}

function serveCompressed(folder: string): RequestHandler {
  const files = new Set(listFiles(folder));
  return (req, res, next) => {
    const name = req.path.slice(1);
    const accepted = req.acceptsEncodings();
    const present = ENCODINGS.filter(({ extension }) =>
      files.has(`${name}.${extension}`),
    );
    if (present.length === 0 || !['GET', 'HEAD'].includes(req.method)) {
      next();
      return;
    }
    res.vary('Accept-Encoding');
    const encoding = present.find(one => accepted.includes(one.name));
    if (!encoding) {
      next();
      return;
    }
    res.type(posix.extname(name));
    res.set('Content-Encoding', encoding.name);
    const file = `${name}.${encoding.extension}`;
    const options = { root: folder, ...FOREVER };
    res.sendFile(file, options, (error?: NodeJS.ErrnoException) => {
      if (error?.code === 'ENOENT') {
        // Somebody has removed the build since the start.
        res.removeHeader('Content-Encoding');
        res.removeHeader('Content-Type');
        next();
      } else if (error && !isOfConnection(error)) {
        next(error);
      }
    });
  };
}

/** Nobody is there any more to be told. */
function isOfConnection({ code, syscall }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNABORTED' || syscall === 'write';
}

/** A build without compressed files is served as it is. */
function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
