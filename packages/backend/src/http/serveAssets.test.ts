import { createMockDirectory } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { serveAssets } from './serveAssets';

const SCRIPT = 'console.log("main");';
const FOREVER = 'public, max-age=31536000, immutable';

const content = {
  static: { 'main.0123.js': SCRIPT, 'logo.4567.png': 'png' },
  compressed: {
    'main.0123.js.br': brotliCompressSync(SCRIPT),
    'main.0123.js.gz': gzipSync(SCRIPT),
  },
};

const directory = createMockDirectory({ content });

const removed = createMockDirectory({ content });

const plain = createMockDirectory({
  content: { static: { 'main.0123.js': SCRIPT } },
});

const serve = (dist: string) =>
  express()
    .use(serveAssets(dist))
    .use((_req, res) => res.status(404).send('next'));

const app = serve(directory.path);

describe('serveAssets', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('answers who accepts %s with %s, to keep', async (accepted, encoding) => {
    const { headers, text } = await request(app)
      .get('/static/main.0123.js')
      .set('Accept-Encoding', accepted);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(/^application\/javascript/);
    expect(headers['cache-control']).toBe(FOREVER);
    expect(headers.vary).toBe('Accept-Encoding');
    // supertest undoes both encodings.
    expect(text).toBe(SCRIPT);
  });

  it('serves what gains nothing by compression as it is', async () => {
    const { headers } = await request(app).get('/static/logo.4567.png');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['cache-control']).toBe(FOREVER);
  });

  it.each(['/static/old.8901.js', '/static/main.0123.js.br', '/main.0123.js'])(
    'leaves %s to the next handler',
    async path => {
      expect((await request(app).get(path)).text).toBe('next');
    },
  );

  it('leaves what is gone since the start to the next handler', async () => {
    const running = serve(removed.path);
    removed.clear();
    const { headers, text } = await request(running).get(
      '/static/main.0123.js',
    );
    expect(text).toBe('next');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-type']).toMatch(/^text\/html/);
  });

  it('serves a build that has no compressed files', async () => {
    const { text } = await request(express().use(serveAssets(plain.path))).get(
      '/static/main.0123.js',
    );
    expect(text).toBe(SCRIPT);
  });
});
