import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeProtobuf } from './decodeProtobuf.ts';

/** A field that holds a text or another message. */
function field(number: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
}

function wrap(apiVersion: string, kind: string, raw: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([0x6b, 0x38, 0x73, 0x00]),
    field(1, Buffer.concat([field(1, apiVersion), field(2, kind)])),
    field(2, raw),
  ]);
}

test('reads what kubectl create sends', async () => {
  const pair = (key: string, value: string) =>
    Buffer.concat([field(1, key), field(2, value)]);
  const metadata = Buffer.concat([
    field(1, 'settings'),
    field(2, ''),
    field(11, pair('app', 'web')),
    field(11, pair('tier', 'front')),
  ]);
  const configMap = Buffer.concat([
    field(1, metadata),
    field(2, pair('colour', 'green')),
  ]);
  assert.deepEqual(await decodeProtobuf(wrap('v1', 'ConfigMap', configMap)), {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings', labels: { app: 'web', tier: 'front' } },
    data: { colour: 'green' },
  });

  const container = Buffer.concat([
    field(1, 'app'),
    field(2, 'demo:1'),
    field(4, '--port'),
    field(4, '80'),
  ]);
  const template = field(2, field(2, container));
  // Replicas: field 1 as a number, which is 300 in two bytes.
  const spec = Buffer.concat([
    Buffer.from([0x08, 0xac, 0x02]),
    field(2, field(1, pair('app', 'web'))),
    field(3, template),
  ]);
  assert.deepEqual(
    await decodeProtobuf(wrap('apps/v1', 'Deployment', field(2, spec))),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: {
        replicas: 300,
        selector: { matchLabels: { app: 'web' } },
        template: {
          spec: {
            containers: [
              { name: 'app', image: 'demo:1', args: ['--port', '80'] },
            ],
          },
        },
      },
    },
  );
});

test('refuses kinds that it does not know, and what is cut off', async () => {
  await assert.rejects(decodeProtobuf(wrap('v1', 'Pod', Buffer.alloc(0))), {
    code: 415,
  });
  await assert.rejects(decodeProtobuf(Buffer.from('{}')), { code: 400 });
  await assert.rejects(
    decodeProtobuf(
      wrap('v1', 'ConfigMap', Buffer.from([0xff, 0xff, 0xff, 0xff])),
    ),
    { code: 400 },
  );
});
