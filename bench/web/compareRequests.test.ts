import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRequests } from './compareRequests.ts';

test('compares how often each request is usually sent', () => {
  const atrium = [
    ['GET /api/a', 'GET /api/a', 'GET /api/b'],
    ['GET /api/a', 'GET /api/a', 'GET /api/b', 'POST /api/once'],
    ['GET /api/a', 'GET /api/a', 'GET /api/b'],
  ];
  const stock = [
    ['GET /api/a', 'GET /api/b', 'GET /api/c'],
    ['GET /api/a', 'GET /api/b', 'GET /api/c'],
    ['GET /api/a', 'GET /api/b', 'GET /api/c'],
  ];
  assert.deepEqual(compareRequests(atrium, stock), [
    '1 more by Atrium: GET /api/a',
    '1 more by stock: GET /api/c',
  ]);
});
