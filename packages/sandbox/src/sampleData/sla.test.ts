import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { z } from 'zod';
import { PortalError } from '../portal/PortalApi.ts';
import { SampleDataSender } from './SampleDataSender.ts';
import { SampleAgreements } from './sla.ts';

const agreementSchema = z.object({ name: z.string(), validFrom: z.string() });

const names = [
  'Payments for Brandt Living (sample)',
  'Catalogue for Nordlys Hjem (sample)',
  'Shipments for Casa Verde (sample)',
];

/** What a portal gets that answers with these errors first. */
async function createAgreements(
  t: TestContext,
  answers: (Error | undefined)[],
) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-agreements-'));
  t.after(() => rm(folder, { recursive: true }));
  const taken: z.infer<typeof agreementSchema>[] = [];
  const log: string[] = [];
  const create = () =>
    new SampleAgreements({
      api: {
        request: async (url, { body }) => {
          assert.equal(url, '/api/sla/agreements');
          const error = answers.shift();
          if (error) {
            throw error;
          }
          taken.push(agreementSchema.parse(body));
          return {};
        },
      },
      now: new Date('2026-01-31T23:30:00Z'),
      file: path.join(folder, 'sandbox', 'agreements.json'),
    });
  const run = async (agreements: SampleAgreements) => {
    const sender = new SampleDataSender({
      samples: [agreements],
      retryMs: 1,
      log: message => log.push(message),
    });
    await sender.run();
    return sender.listMissing();
  };
  return { create, run, taken, log };
}

test('waits for the SLOs, and writes each agreement down once', async t => {
  const { create, run, taken, log } = await createAgreements(t, [
    new PortalError('the portal is unreachable', false),
    undefined,
    new PortalError('the portal answered 404', false, 404),
  ]);
  const agreements = create();
  assert.equal(agreements.isComplete, false);
  assert.deepEqual(await run(agreements), []);
  assert.equal(agreements.isComplete, true);
  await run(create());
  assert.deepEqual(
    taken.map(({ name }) => name),
    names,
  );
  // They begin with last month, also over the end of a year.
  assert.deepEqual(
    new Set(taken.map(({ validFrom }) => validFrom)),
    new Set(['2025-12-01']),
  );
  assert.deepEqual(log, []);
});

test('gives up where it is refused, and says so', async t => {
  const { create, run, log } = await createAgreements(t, [
    new PortalError('the portal answered 403', true, 403),
  ]);
  assert.deepEqual(await run(create()), ['agreements']);
  assert.deepEqual(log, ['agreements: not taken: the portal answered 403']);
});
