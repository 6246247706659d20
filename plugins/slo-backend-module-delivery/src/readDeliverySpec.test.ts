import type { SloQueryPart } from '@atrium/plugin-slo-common';
import { describeQueryProblems } from '@atrium/plugin-slo-node';
import { readDeliverySpec } from './readDeliverySpec';

type Spec = Parameters<typeof readDeliverySpec>[0]['spec'];

function read(part: SloQueryPart, spec: Spec) {
  return readDeliverySpec(
    { sourceType: 'delivery', sourceOrigin: 'default', spec },
    part,
  );
}

describe('readDeliverySpec', () => {
  it.each<[SloQueryPart, Spec, object]>([
    [
      'total',
      { measure: 'deployments', environment: 'production' },
      {
        measure: 'deployments',
        environment: 'production',
        failsWithinMinutes: 60,
      },
    ],
    [
      'good',
      {
        measure: 'deployments',
        tier: 'production',
        failsWithin: '1d',
        incidents: true,
        result: 'success',
      },
      {
        measure: 'deployments',
        tier: 'production',
        failsWithinMinutes: 1440,
        withIncidents: true,
        result: 'success',
      },
    ],
    [
      'good',
      {
        measure: 'runs',
        pipeline: 'build',
        branch: 'main',
        maxDuration: '90s',
      },
      {
        measure: 'runs',
        pipeline: 'build',
        branch: 'main',
        maxDurationSeconds: 90,
      },
    ],
    [
      'bad',
      { measure: 'runs', result: 'failure' },
      { measure: 'runs', result: 'failure' },
    ],
  ])('reads %s events of %j', (part, spec, query) => {
    expect(read(part, spec)).toEqual({ query });
  });

  it.each<[SloQueryPart, Spec, string]>([
    ['total', {}, "'spec.measure' must be 'deployments' or 'runs'"],
    [
      'total',
      { measure: 'deploys' },
      "'spec.measure' must be 'deployments' or 'runs'",
    ],
    [
      'total',
      { measure: 'runs', environment: 'x' },
      "'spec.environment' is not known",
    ],
    [
      'total',
      { measure: 'deployments', branch: 'x' },
      "'spec.branch' is not known",
    ],
    [
      'total',
      { measure: 'runs', branch: '' },
      "'spec.branch' must not be empty",
    ],
    [
      'total',
      { measure: 'runs', result: 'success' },
      'has no place in the total',
    ],
    [
      'total',
      { measure: 'runs', maxDuration: '5m' },
      'has no place in the total',
    ],
    [
      'good',
      { measure: 'runs', maxDuration: '2d' },
      "'spec.maxDuration' must be a duration from 1s to 1d",
    ],
    [
      'good',
      { measure: 'deployments', result: 'success', failsWithin: 'soon' },
      "'spec.failsWithin' must be a duration from 1m to 7d",
    ],
    [
      'good',
      { measure: 'deployments', result: 'success', tier: 'prod' },
      "'spec.tier' must be one of other, development",
    ],
    ['good', { measure: 'runs' }, 'has to say which runs are good'],
    [
      'good',
      { measure: 'deployments' },
      'has to say which deployments are good',
    ],
    ['good', { measure: 'runs', result: 'failure' }, "must be 'success'"],
    [
      'good',
      { measure: 'runs', result: 'fine' },
      "must be 'success' or 'failure'",
    ],
    ['bad', { measure: 'runs' }, 'has to say which runs are bad'],
    [
      'bad',
      { measure: 'runs', result: 'failure', maxDuration: '5m' },
      'goes with good events',
    ],
    ['threshold', { measure: 'runs' }, 'write a ratioMetric'],
    ['raw', { measure: 'deployments' }, 'write a ratioMetric'],
  ])('refuses %s events of %j', (part, spec, words) => {
    const result = read(part, spec);
    expect(
      'problems' in result && describeQueryProblems(result.problems),
    ).toEqual(expect.stringContaining(words));
  });
});
