import express from 'express';
import request from 'supertest';
import { noStoreByDefault } from './noStoreByDefault';

const app = express()
  .use(noStoreByDefault())
  .get('/api/list', (_req, res) => res.json([]))
  .get('/api/image', (_req, res) =>
    res.set('Cache-Control', 'max-age=60').send('image'),
  )
  .get('/api/events', (_req, res) =>
    res.writeHead(200, { 'Cache-Control': 'no-cache' }).end(),
  )
  .use('/api/files', express.static(__dirname, { maxAge: '1h' }))
  .use('/static', express.static(__dirname))
  .get('/page', (_req, res) => res.send('page'));

describe('noStoreByDefault', () => {
  it.each([
    ['/api/list', 'no-store'],
    ['/API/list', 'no-store'],
    ['/api/none', 'no-store'],
    ['/api/image', 'max-age=60'],
    ['/api/events', 'no-cache'],
    ['/api/files/noStoreByDefault.ts', 'public, max-age=3600'],
    ['/static/noStoreByDefault.ts', 'public, max-age=0'],
    ['/page', undefined],
  ])('answers %s with Cache-Control %s', async (path, expected) => {
    const { headers } = await request(app).get(path);
    expect(headers['cache-control']).toBe(expected);
  });

  it('answers a conditional request with its default, too', async () => {
    const { headers } = await request(app).get('/api/list');
    const { status, headers: repeated } = await request(app)
      .get('/api/list')
      .set('If-None-Match', headers.etag);
    expect([status, repeated['cache-control']]).toEqual([304, 'no-store']);
  });
});
