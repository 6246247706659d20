import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOtherPortal } from './readOtherPortal.ts';

const ATRIUM_URL = 'https://portal.example.com/';
const ATRIUM_TOKEN = 'token';

test('another portal has an address and a token', () => {
  assert.deepEqual(readOtherPortal({ ATRIUM_URL, ATRIUM_TOKEN }), {
    url: 'https://portal.example.com',
    token: 'token',
  });
  assert.equal(
    readOtherPortal({ ATRIUM_URL: '', ATRIUM_TOKEN: '' }),
    undefined,
  );
  assert.equal(readOtherPortal({}), undefined);
});

test('half of another portal is not taken for none', () => {
  const urlOnly = { message: 'ATRIUM_URL is set, but ATRIUM_TOKEN is not' };
  const tokenOnly = { message: 'ATRIUM_TOKEN is set, but ATRIUM_URL is not' };
  assert.throws(() => readOtherPortal({ ATRIUM_URL }), urlOnly);
  assert.throws(
    () => readOtherPortal({ ATRIUM_URL, ATRIUM_TOKEN: '' }),
    urlOnly,
  );
  assert.throws(() => readOtherPortal({ ATRIUM_TOKEN }), tokenOnly);
});
