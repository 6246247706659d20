import type { Entity } from '@backstage/catalog-model';

/** A component with the files of its own repository. */
export function sampleComponent(
  name: string,
  other: {
    owner?: string;
    annotations?: Record<string, string>;
    description?: string;
    system?: string;
  } = {},
): Entity {
  const { annotations, description, owner = 'payments', system } = other;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      ...(description !== undefined && { description }),
      annotations: {
        'backstage.io/managed-by-location': `url:https://git.acme.example/acme/${name}/src/branch/main/catalog-info.yaml`,
        'backstage.io/managed-by-origin-location': `url:https://git.acme.example/acme/${name}/src/branch/main/catalog-info.yaml`,
        ...annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      ...(system === undefined
        ? []
        : [{ type: 'partOf', targetRef: `system:default/${system}` }]),
    ],
  };
}

/** Groups, one of them below another. */
export const sampleGroups: Entity[] = [
  ['payments', undefined],
  ['checkout', 'payments'],
  ['platform', undefined],
].map(([name, parent]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: name ?? '', namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: parent
    ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
    : [],
}));
