import express from 'express';
import request from 'supertest';
import { nameSignInMetadata } from './nameSignInMetadata';

const PORTAL = 'https://portal.acme.example';

describe('nameSignInMetadata', () => {
  it.each([
    ['/api/mcp-actions/v1', 401, '/api/mcp-actions/v1'],
    ['/api/mcp-actions/v1/catalog', 401, '/api/mcp-actions/v1/catalog'],
    ['/api/mcp-actions/v1', 200, undefined],
    ['/api/mcp-actions/v1/a"b', 401, undefined],
    ['/api/catalog/entities', 401, undefined],
  ])('answers %s with %i and the address %s', async (path, status, named) => {
    const app = express()
      .use(nameSignInMetadata(PORTAL))
      .use((_req, res) => res.status(status).json({}));
    const { headers } = await request(app).get(path);
    expect(headers['www-authenticate']).toBe(
      named &&
        `Bearer resource_metadata="${PORTAL}/.well-known/oauth-protected-resource${named}"`,
    );
  });
});
