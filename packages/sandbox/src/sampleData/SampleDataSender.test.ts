import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PortalError } from '../portal/PortalApi.ts';
import { SampleDataSender } from './SampleDataSender.ts';

test('goes on looking for more, and says once what is wrong', async () => {
  const answers: (string | Error)[] = [
    new PortalError('the portal is unreachable', false),
    new PortalError('the portal answered 403', true, 403),
    new PortalError('the portal answered 403', true, 403),
    'taken',
    'taken more',
  ];
  const log: string[] = [];
  const missing: string[][] = [];
  const sample = {
    name: 'counts',
    isOngoing: true,
    isComplete: false,
    send: async () => {
      missing.push(sender.listMissing());
      const answer = answers.shift();
      if (answer instanceof Error) {
        throw answer;
      }
      sample.isComplete = true;
      if (answers.length === 0) {
        sender.close();
      }
      return answer;
    },
  };
  const sender: SampleDataSender = new SampleDataSender({
    samples: [sample],
    retryMs: 1,
    lookMs: 1,
    log: message => log.push(message),
  });
  await sender.run();

  assert.deepEqual(log, [
    'counts: not taken: the portal answered 403',
    'counts: taken',
    'counts: taken more',
  ]);
  assert.deepEqual(missing, [
    ['counts'],
    ['counts'],
    ['counts'],
    ['counts'],
    [],
  ]);
});
