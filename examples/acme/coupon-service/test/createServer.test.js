import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CouponStore } from '../src/CouponStore.js';
import { createServer } from '../src/createServer.js';

const COUPON = {
  code: 'WELCOME10',
  kind: 'percent',
  value: 10,
  minimumCents: 3000,
  validUntil: '2026-12-01T00:00:00Z',
  maxUses: 2,
  uses: 0,
};

describe('coupon-service', () => {
  let baseUrl;
  let file;
  let server;
  let now = new Date('2026-11-03T09:00:00Z');

  before(async () => {
    file = join(await mkdtemp(join(tmpdir(), 'coupons-')), 'coupons.json');
    await writeFile(file, JSON.stringify([COUPON]));
    const store = new CouponStore(file);
    await store.load();
    server = createServer({ store, now: () => now });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${server.address().port}/v1/coupons`;
  });

  after(() => server.close());

  const post = async (path, body) => {
    const response = await fetch(`${baseUrl}/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  it('rounds the reduction down and knows codes in any case', async () => {
    const { body } = await post('welcome10/check', { cartCents: 3999 });
    assert.deepEqual(body, { isValid: true, reductionCents: 399 });
  });

  it('says why a coupon does not count', async () => {
    const small = await post('WELCOME10/check', { cartCents: 2999 });
    assert.equal(small.body.reason, 'cart-too-small');
    const unknown = await post('NOTHING/check', { cartCents: 5000 });
    assert.equal(unknown.body.reason, 'unknown');
  });

  it('refuses what is no amount', async () => {
    const { status } = await post('WELCOME10/check', { cartCents: 9.5 });
    assert.equal(status, 400);
  });

  it('stores each use and stops at the last', async () => {
    await Promise.all([
      post('WELCOME10/redeem', { cartCents: 5000 }),
      post('WELCOME10/redeem', { cartCents: 5000 }),
    ]);
    const third = await post('WELCOME10/redeem', { cartCents: 5000 });
    assert.equal(third.body.reason, 'used-up');
    assert.equal(JSON.parse(await readFile(file, 'utf8'))[0].uses, 2);
  });

  it('expires to the second', async () => {
    now = new Date('2026-12-01T00:00:00Z');
    const { body } = await post('WELCOME10/check', { cartCents: 5000 });
    assert.equal(body.reason, 'expired');
  });
});
