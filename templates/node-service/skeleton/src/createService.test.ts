import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createLogger } from './createLogger.ts';
import { createService, type Service } from './createService.ts';
import { InMemoryItemStore, type Item, type ItemStore } from './items.ts';

describe('createService', () => {
  let service: Service;
  let baseUrl: string;
  let log: string[];

  async function start(items: ItemStore) {
    log = [];
    service = createService({
      items,
      logger: createLogger({ level: 'info', write: line => log.push(line) }),
    });
    service.server.listen(0, '127.0.0.1');
    await once(service.server, 'listening');
    const { port } = service.server.address() as AddressInfo;
    baseUrl = `http://127.0.0.1:${port}`;
  }

  function post(path: string, body: string) {
    return fetch(`${baseUrl}${path}`, { method: 'POST', body });
  }

  beforeEach(async () => {
    await start(
      new InMemoryItemStore({ now: () => new Date('2026-03-02T09:30:00Z') }),
    );
  });

  afterEach(async () => {
    service.server.closeAllConnections();
    await service.stop({ drainMs: 0 });
  });

  it('creates, reads and lists items', async () => {
    const created = await post('/api/v1/items', '{"name": " First "}');
    assert.equal(created.status, 201);
    const item = (await created.json()) as Item;
    assert.equal(item.name, 'First');
    assert.equal(item.createdAt, '2026-03-02T09:30:00.000Z');

    const location = created.headers.get('location');
    assert.equal(location, `/api/v1/items/${item.id}`);
    const read = await fetch(`${baseUrl}${location}`);
    assert.deepEqual(await read.json(), item);

    const list = await fetch(`${baseUrl}/api/v1/items`);
    assert.deepEqual(await list.json(), [item]);
  });

  it('answers a wrong body with a problem document', async () => {
    for (const body of ['{"name": ""}', '{}', 'null', 'not json']) {
      const response = await post('/api/v1/items', body);
      assert.equal(response.status, 400, body);
      assert.equal(
        response.headers.get('content-type'),
        'application/problem+json',
      );
    }
    const tooLarge = await post('/api/v1/items', ' '.repeat(100_001));
    assert.equal(tooLarge.status, 413);
  });

  it('answers 404 for what is not there and 405 for a wrong method', async () => {
    const unknownItem = await fetch(`${baseUrl}/api/v1/items/none`);
    assert.equal(unknownItem.status, 404);
    assert.match(await unknownItem.text(), /No item with id 'none'/);

    assert.equal((await fetch(`${baseUrl}/nowhere`)).status, 404);
    assert.equal((await post('/health/live', '')).status, 405);
  });

  it('hides the cause of an unexpected error and logs it', async () => {
    await service.stop({ drainMs: 0 });
    const broken = new InMemoryItemStore();
    broken.list = async () => {
      throw new Error('disk on fire');
    };
    await start(broken);

    const response = await fetch(`${baseUrl}/api/v1/items`);
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /disk on fire/);
    assert.match(log.join(''), /disk on fire/);
  });

  it('stays alive but stops being ready while it stops', async () => {
    assert.equal((await fetch(`${baseUrl}/health/ready`)).status, 200);

    const stopped = service.stop({ drainMs: 200 });
    assert.equal((await fetch(`${baseUrl}/health/ready`)).status, 503);
    assert.equal((await fetch(`${baseUrl}/health/live`)).status, 200);
    service.server.closeAllConnections();
    await stopped;
    await start(new InMemoryItemStore());
  });

  it('shows its requests as metrics', async () => {
    await fetch(`${baseUrl}/api/v1/items/none`);

    const text = await (await fetch(`${baseUrl}/metrics`)).text();
    assert.match(
      text,
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/items\/:id",status="404"\} 1/,
    );
  });
});
