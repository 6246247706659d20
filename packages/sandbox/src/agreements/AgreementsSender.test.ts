import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { PortalError } from '../PortalApi.ts';
import { AgreementsSender } from './AgreementsSender.ts';
import { sampleAgreements } from './sampleAgreements.ts';

const agreements = sampleAgreements(new Date('2026-01-31T23:30:00Z'));

test('agreements begin with last month, also over the end of a year', () => {
  assert.deepEqual(
    new Set(agreements.map(({ validFrom }) => validFrom)),
    new Set(['2025-12-01']),
  );
  assert.ok(agreements.every(({ name }) => name.endsWith('(sample)')));
});

test('waits for the SLOs, and writes each agreement down once', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-agreements-'));
  t.after(() => rm(folder, { recursive: true }));
  const taken: string[] = [];
  const answers = [
    new PortalError('the portal is unreachable', false),
    undefined,
    new PortalError('the portal answered 404', false, 404),
  ];
  const log: string[] = [];
  const create = () =>
    new AgreementsSender({
      portal: {
        agree: async ({ name }) => {
          const error = answers.shift();
          if (error) {
            throw error;
          }
          taken.push(name);
        },
      },
      agreements,
      file: path.join(folder, 'sandbox', 'agreements.json'),
      retryMs: 1,
      log: message => log.push(message),
    });
  const sender = create();
  assert.equal(sender.isComplete, false);
  await sender.run();
  assert.equal(sender.isComplete, true);
  await create().run();
  assert.deepEqual(
    taken,
    agreements.map(({ name }) => name),
  );
  assert.deepEqual(log, []);
});

test('gives up where it is refused, and says so', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-agreements-'));
  t.after(() => rm(folder, { recursive: true }));
  const log: string[] = [];
  const sender = new AgreementsSender({
    portal: {
      agree: async () => {
        throw new PortalError('the portal answered 403', true, 403);
      },
    },
    agreements,
    file: path.join(folder, 'agreements.json'),
    log: message => log.push(message),
  });
  await sender.run();
  assert.equal(sender.isComplete, false);
  assert.deepEqual(log, ['not taken: the portal answered 403']);
});
