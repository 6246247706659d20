import type { PresentObservation } from '@atrium/plugin-provisioning-node';
import { toText } from '../database/messageText';
import type {
  StepAction,
  StepOutcome,
  StoredStep,
} from '../database/StepStore';
import { nextStep } from './nextStep';
import type { Look, NextStep, Situation } from './Situation';

const NOW = Date.UTC(2026, 10, 28, 12);

const at = (secondsAgo: number) =>
  new Date(NOW - secondsAgo * 1_000).toISOString();

function step(
  action: StepAction,
  outcome: StepOutcome,
  secondsAgo: number,
): StoredStep {
  return {
    id: '1',
    action,
    outcome,
    resourceVersion: 1,
    idempotencyKey: 'key',
    attempt: 1,
    startedAt: at(secondsAgo),
    finishedAt: outcome === 'running' ? undefined : at(secondsAgo),
    message: outcome === 'refused' ? 'Busy' : undefined,
  };
}

/** In its state for an hour, with everything a driver can have. */
function situation({
  resource,
  driver,
  steps = [],
}: {
  resource: Partial<Situation['resource']>;
  driver?: Partial<Situation['driver']>;
  steps?: StoredStep[];
}): Situation {
  return {
    resource: {
      state: 'creating',
      stateSince: at(3_000),
      desired: 'present',
      fingerprint: 'new',
      credentialGeneration: 2,
      deletion: 'delete',
      providerName: 'ledger-1',
      ...resource,
    },
    driver: {
      credentials: 'issued',
      hasSnapshots: true,
      hasSuspension: true,
      ...driver,
    },
    steps,
  };
}

const present = (changes: Partial<PresentObservation> = {}): Look => ({
  status: 'present',
  fingerprint: 'new',
  credentialGeneration: 2,
  access: 'granted',
  health: { status: 'ok' },
  differences: [],
  outputs: {},
  ...changes,
});
const absent: Look = { status: 'absent' };
const unknown: Look = { status: 'unknown', evidence: 'No way to look' };
const foreign: Look = { status: 'foreign', evidence: 'It has no mark' };
const unreachable: Look = { status: 'unreachable', message: 'Refused' };
const changing: Look = { status: 'changing', message: 'Starting' };

const suspended = { access: 'suspended' } as const;
const expiring = { state: 'expiring', desired: 'suspended' } as const;
const extended = { state: 'expiring', desired: 'present' } as const;
const deleting = { state: 'deleting', desired: 'absent' } as const;
const eight = (action: StepAction, outcome: StepOutcome) =>
  [80, 70, 60, 50, 40, 30, 20, 10].map(ago => step(action, outcome, ago * 5));

const act = (action: StepAction, attempt = 1) => ({
  kind: 'act',
  action,
  attempt,
});
const wait = (forMs: number) => ({
  kind: 'wait',
  forMs,
  reason: expect.any(String),
});
const fail = (words: string) => ({
  kind: 'fail',
  reason: expect.stringContaining(words),
});
const attention = (words: string) => ({
  kind: 'attention',
  evidence: expect.stringContaining(words),
});
const done = { kind: 'done' };
const doneWith = (note: string) => ({
  kind: 'done',
  note: expect.stringContaining(note),
});

/** A step with what it tells people as they read it in English. */
function inEnglish(next: NextStep) {
  return Object.fromEntries(
    Object.entries(next).map(([name, value]) => [
      name,
      typeof value === 'object' ? toText(value) : value,
    ]),
  );
}

type Row = [
  name: string,
  given: Parameters<typeof situation>[0],
  look: Look,
  expected: object,
];

describe('nextStep', () => {
  it.each<Row>([
    // Creating
    [
      'creates what is absent',
      { resource: { state: 'approved' } },
      absent,
      act('create'),
    ],
    ['is done with what is there already', { resource: {} }, present(), done],
    [
      'goes on with what was cut short',
      { resource: {} },
      present({ fingerprint: undefined }),
      act('create'),
    ],
    [
      'sets passwords that are missing',
      { resource: {} },
      present({ credentialGeneration: undefined }),
      act('create'),
    ],
    [
      'does not care for passwords that the provider keeps',
      { resource: {}, driver: { credentials: 'referenced' } },
      present({ credentialGeneration: undefined }),
      done,
    ],
    [
      'finds what a lost answer has made',
      { resource: {}, steps: [step('create', 'unknown', 1)] },
      present(),
      done,
    ],
    [
      'creates again where a lost answer made nothing',
      { resource: {}, steps: [step('create', 'unknown', 5)] },
      absent,
      act('create', 2),
    ],
    [
      'waits longer before each attempt',
      {
        resource: {},
        steps: [step('create', 'unknown', 9), step('create', 'refused', 1)],
      },
      absent,
      wait(1_000),
    ],
    [
      'takes a step that was cut short for one nobody knows',
      { resource: {}, steps: [step('create', 'running', 60)] },
      absent,
      act('create', 2),
    ],
    [
      'waits while what was made may not show',
      {
        resource: {},
        driver: { settleMs: 10_000 },
        steps: [step('create', 'unknown', 9)],
      },
      absent,
      wait(1_000),
    ],
    [
      'does not wait for what was refused',
      {
        resource: {},
        driver: { settleMs: 60_000 },
        steps: [step('create', 'refused', 5)],
      },
      absent,
      act('create', 2),
    ],
    [
      'waits while what went well may show late',
      {
        resource: {},
        driver: { settleMs: 10_000 },
        steps: [step('create', 'done', 9)],
      },
      present({ fingerprint: 'old' }),
      wait(1_000),
    ],
    [
      'gives up after eight attempts',
      { resource: {}, steps: eight('create', 'unknown') },
      absent,
      fail('Given up after 8 attempts'),
    ],
    [
      'counts attempts anew after a person said so',
      { resource: { stateSince: at(30) }, steps: eight('create', 'unknown') },
      absent,
      act('create'),
    ],
    [
      'leaves alone what is not ours',
      { resource: {} },
      foreign,
      fail('left alone'),
    ],
    // The provider works by itself
    [
      'asks again soon',
      { resource: { stateSince: at(2) } },
      changing,
      wait(1_000),
    ],
    [
      'asks again later',
      { resource: { stateSince: at(600) } },
      changing,
      wait(15_000),
    ],
    [
      'waits for an hour',
      { resource: { stateSince: at(3_601) } },
      changing,
      fail('after an hour: Starting'),
    ],
    [
      'fails with what the provider gave up for',
      { resource: {}, steps: [step('create', 'done', 60)] },
      present({ fingerprint: undefined, failure: 'No room' }),
      fail('No room'),
    ],
    [
      'fails with it although it has been finished before',
      {
        resource: { state: 'updating' },
        steps: [step('update', 'done', 60)],
      },
      present({ failure: 'No room' }),
      fail('No room'),
    ],
    [
      'fails with it where something could not be removed',
      { resource: deleting, steps: [step('delete', 'done', 60)] },
      present({ failure: 'In use' }),
      fail('In use'),
    ],
    [
      'asks again, once somebody has said so, for what was given up',
      {
        resource: { stateSince: at(10) },
        steps: [step('create', 'done', 60)],
      },
      present({ fingerprint: undefined, failure: 'No room' }),
      act('create'),
    ],
    [
      'does not take a failure for that of a snapshot',
      { resource: deleting, steps: [step('snapshot', 'done', 60)] },
      present({ failure: 'No room' }),
      act('delete'),
    ],
    // Nobody can look
    ['creates without looking', { resource: {} }, unknown, act('create')],
    [
      'trusts what went well',
      { resource: {}, steps: [step('create', 'done', 1)] },
      unknown,
      done,
    ],
    [
      'tries again what was refused',
      { resource: {}, steps: [step('create', 'refused', 5)] },
      unknown,
      act('create', 2),
    ],
    [
      'asks a person where an answer was lost',
      { resource: {}, steps: [step('create', 'unknown', 1)] },
      unknown,
      attention("'create' was sent at 2026-11-28T11:59:59.000Z"),
    ],
    [
      'asks a person where a worker was killed',
      { resource: {}, steps: [step('create', 'running', 1)] },
      unknown,
      attention('No way to look'),
    ],
    [
      'does not say deleted without looking',
      { resource: deleting, steps: [step('delete', 'done', 1)] },
      unknown,
      attention('nobody can check'),
    ],
    [
      'deletes after a snapshot without looking',
      {
        resource: { ...deleting, deletion: 'snapshot-then-delete' },
        steps: [step('snapshot', 'done', 1)],
      },
      unknown,
      act('delete'),
    ],
    [
      'suspends without looking',
      { resource: expiring },
      unknown,
      act('suspend'),
    ],
    [
      'updates without looking',
      { resource: { state: 'updating' } },
      unknown,
      act('update'),
    ],
    [
      'rotates without looking',
      { resource: { state: 'rotating' } },
      unknown,
      act('rotate'),
    ],
    [
      'gives access back without looking',
      { resource: extended },
      unknown,
      act('resume'),
    ],
    // The provider does not answer
    [
      'asks again',
      { resource: { stateSince: at(590) } },
      unreachable,
      wait(5_000),
    ],
    [
      'gives up after ten minutes',
      { resource: { stateSince: at(600) } },
      unreachable,
      fail('cannot be reached: Refused'),
    ],
    [
      'looks for a lost answer for a while',
      { resource: {}, steps: [step('create', 'unknown', 24)] },
      unreachable,
      wait(3_000),
    ],
    [
      'asks a person within a minute of a lost answer',
      { resource: {}, steps: [step('create', 'unknown', 25)] },
      unreachable,
      attention('cannot be asked: Refused'),
    ],
    // Updating and rotating
    [
      'updates what is as it was',
      { resource: { state: 'updating' } },
      present({ fingerprint: 'old' }),
      act('update'),
    ],
    [
      'updates what somebody has changed',
      { resource: { state: 'updating' } },
      present({ differences: ['size'] }),
      act('update'),
    ],
    [
      'does not fight over differences',
      { resource: { state: 'updating' }, steps: [step('update', 'done', 1)] },
      present({ differences: ['size'] }),
      done,
    ],
    [
      'is done with an update',
      {
        resource: { state: 'updating' },
        steps: [step('update', 'unknown', 1)],
      },
      present(),
      done,
    ],
    [
      'does not make anew what was removed outside',
      { resource: { state: 'updating' } },
      absent,
      fail('not there any more'),
    ],
    [
      'rotates',
      { resource: { state: 'rotating' } },
      present({ credentialGeneration: 1 }),
      act('rotate'),
    ],
    [
      'is done with a rotation',
      { resource: { state: 'rotating' } },
      present(),
      done,
    ],
    [
      'has the provider rotate once',
      {
        resource: { state: 'rotating' },
        driver: { credentials: 'referenced' },
      },
      present(),
      act('rotate'),
    ],
    [
      'knows that the provider has rotated',
      {
        resource: { state: 'rotating' },
        driver: { credentials: 'referenced' },
        steps: [step('rotate', 'done', 1)],
      },
      present(),
      done,
    ],
    // The lease
    ['takes access away', { resource: expiring }, present(), act('suspend')],
    ['has taken access away', { resource: expiring }, present(suspended), done],
    [
      'cannot take access away',
      { resource: expiring, driver: { hasSuspension: false } },
      present(),
      doneWith('cannot take access away'),
    ],
    [
      'has nothing to take away',
      { resource: expiring },
      absent,
      doneWith('not there'),
    ],
    [
      'gives access back',
      { resource: extended },
      present(suspended),
      act('resume'),
    ],
    ['has given access back', { resource: extended }, present(), done],
    // Deleting
    ['deletes', { resource: deleting }, present(suspended), act('delete')],
    [
      'takes a snapshot first',
      { resource: { ...deleting, deletion: 'snapshot-then-delete' } },
      present(),
      act('snapshot'),
    ],
    [
      'deletes after the snapshot',
      {
        resource: { ...deleting, deletion: 'snapshot-then-delete' },
        steps: [step('snapshot', 'done', 1)],
      },
      present(),
      act('delete'),
    ],
    [
      'removes nothing without the snapshot',
      {
        resource: { ...deleting, deletion: 'snapshot-then-delete' },
        driver: { hasSnapshots: false },
      },
      present(),
      fail('Nothing was removed'),
    ],
    [
      'removes nothing that is protected',
      { resource: { ...deleting, deletion: 'protect' } },
      present(),
      fail('protects'),
    ],
    ['is done when it is gone', { resource: deleting }, absent, done],
    [
      'does not believe that it is gone while it may show late',
      {
        resource: deleting,
        driver: { settleMs: 10_000 },
        steps: [step('create', 'running', 9)],
      },
      absent,
      wait(1_000),
    ],
    [
      'deletes what is still there',
      { resource: deleting, steps: [step('delete', 'done', 5)] },
      present(),
      act('delete', 2),
    ],
    [
      'does not delete what is not ours',
      { resource: deleting },
      foreign,
      fail('left alone'),
    ],
  ])('%s', (_, given, look, expected) => {
    const next = nextStep(situation(given), look, NOW);
    expect(inEnglish(next)).toEqual(expected);
  });
});
