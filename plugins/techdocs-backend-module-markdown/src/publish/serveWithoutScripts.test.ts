import express from 'express';
import request from 'supertest';
import { serveWithoutScripts } from './serveWithoutScripts';

const SITE = '/static/docs/default/component/toy';

/** Answers like the publishers: the type follows the name of the file. */
function createServer() {
  const app = express();
  app.use(serveWithoutScripts);
  app.get('*', (req, res) => {
    res.type(req.path.split('.').pop() ?? '').end('1');
  });
  return app;
}

describe('serveWithoutScripts', () => {
  it.each(['x.js', 'x.mjs', 'x.wasm', 'x.html', 'x.svg', 'x.xhtml', 'x.xml'])(
    'serves %s as text',
    async name => {
      const response = await request(createServer()).get(`${SITE}/${name}`);
      expect(response.headers).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      });
    },
  );

  it.each([
    ['x.png', 'image/png'],
    ['x.css', 'text/css; charset=utf-8'],
    ['x.woff2', 'font/woff2'],
    ['x.mp4', 'video/mp4'],
    ['search_index.json', 'application/json; charset=utf-8'],
    ['x.pdf', 'application/pdf'],
  ])('serves %s as what it is', async (name, type) => {
    const { headers } = await request(createServer()).get(`${SITE}/${name}`);
    expect(headers).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
    });
  });

  it('serves files as text at addresses in upper case, too', async () => {
    const app = express();
    app.use(serveWithoutScripts);
    app.use('/static/docs', (_req, res) => {
      res.type('js').end('1');
    });
    const address = SITE.replace('/static/docs', '/STATIC/Docs');
    const { headers } = await request(app).get(`${address}/x.js`);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  it('leaves the other routes of the plugin alone', async () => {
    const { headers } = await request(createServer()).get('/metadata/x.js');
    expect(headers['content-type']).toContain('javascript');
    expect(headers['content-security-policy']).toBeUndefined();
  });
});
