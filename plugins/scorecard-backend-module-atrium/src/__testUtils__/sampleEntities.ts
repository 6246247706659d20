import type { Entity } from '@backstage/catalog-model';

/** A component of the sample team, with what a test adds. */
export function sampleComponent(
  name: string,
  change: {
    metadata?: Partial<Entity['metadata']>;
    spec?: Entity['spec'];
    relations?: [type: string, targetRef: string][];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', ...change.metadata },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-payments',
      ...change.spec,
    },
    relations: (change.relations ?? []).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

/** A group, and those of a name among its members. */
export function sampleGroup(name: string, members: string[] = []): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: members.map(member => ({
      type: 'hasMember',
      targetRef: `user:default/${member}`,
    })),
  };
}
