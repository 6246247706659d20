import { ClusterError } from './ClusterError';
import { ClusterProblems } from './ClusterProblems';
import { resourceTypes } from './resourceTypes';

const { events, jobs, pods } = resourceTypes;
const fail = (kind: 'timeout' | 'unauthorized' | 'unreachable') =>
  new ClusterError('east', { kind, detail: `it is ${kind}` });

describe('ClusterProblems', () => {
  it('says that a whole cluster does not answer, once, where nothing was read', () => {
    const problems = new ClusterProblems({ name: 'east' });
    problems.noteFailure(fail('timeout'), { type: jobs });
    problems.noteFailure(fail('timeout'), { type: pods, namespace: 'shop' });
    problems.noteFailure(fail('unreachable'), { type: pods });

    expect(problems.toReading().problems).toEqual([
      {
        kind: 'timeout',
        resources: [],
        message: "Cluster 'east' does not answer in time. Others are shown.",
        detail: 'it is timeout',
      },
      {
        kind: 'unreachable',
        resources: [],
        message: "Cluster 'east' cannot be reached. Others are shown.",
        detail: 'it is unreachable',
      },
    ]);
  });

  it('names what is not answered of a cluster that tells other things, even later', () => {
    const problems = new ClusterProblems({ name: 'east' });
    problems.noteFailure(fail('unreachable'), { type: jobs });
    problems.noteFailure(fail('timeout'), { type: pods, namespace: 'shop' });
    problems.noteSuccess('2026-11-25T10:00:00.000Z', true);
    problems.noteFailure(fail('unreachable'), { type: events });

    const reading = problems.copy().toReading();

    expect(reading.status).toBe('partly-read');
    expect(reading.problems).toEqual([
      {
        kind: 'unreachable',
        resources: ['jobs', 'events'],
        message: "There is no answer for jobs and events in cluster 'east'.",
        detail: 'it is unreachable',
      },
      {
        kind: 'timeout',
        namespace: 'shop',
        resources: ['pods'],
        message:
          "Reading pods in namespace 'shop' of cluster 'east' takes too long.",
        detail: 'it is timeout',
      },
    ]);
  });

  it('takes a token that is not accepted for a matter of the whole cluster', () => {
    const problems = new ClusterProblems({ name: 'east' });
    problems.noteSuccess('2026-11-25T10:00:00.000Z', true);
    problems.noteFailure(fail('unauthorized'), { type: pods });

    expect(problems.toReading().problems).toMatchObject([
      { kind: 'unauthorized', resources: [] },
    ]);
  });
});
