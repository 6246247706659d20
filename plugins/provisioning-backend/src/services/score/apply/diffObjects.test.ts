import { diffObjects } from './diffObjects';

describe('diffObjects', () => {
  it('names fields as people do, and leaves out what the cluster writes', () => {
    const before = {
      metadata: {
        resourceVersion: '1',
        managedFields: [{ manager: 'a' }],
        labels: { 'app.kubernetes.io/name': 'x' },
      },
      spec: {
        containers: [
          { name: 'b', image: 'b:1', args: ['one', 'two'] },
          { name: 'a', image: 'a:1' },
        ],
        replicas: 2,
        empty: {},
      },
      status: { readyReplicas: 1 },
    };
    const after = {
      metadata: {
        resourceVersion: '2',
        labels: { 'app.kubernetes.io/name': 'y', new: 'z' },
      },
      spec: {
        containers: [
          { name: 'a', image: 'a:2' },
          { name: 'b', image: 'b:1', args: ['one'] },
        ],
        empty: {},
      },
    };
    expect(diffObjects(before, after)).toEqual([
      {
        path: 'metadata.labels[app.kubernetes.io/name]',
        before: 'x',
        after: 'y',
      },
      { path: 'spec.containers[b].args[1]', before: 'two' },
      { path: 'spec.containers[a].image', before: 'a:1', after: 'a:2' },
      { path: 'spec.replicas', before: '2' },
      { path: 'metadata.labels.new', after: 'z' },
    ]);
    expect(diffObjects(before, before)).toEqual([]);
  });
});
