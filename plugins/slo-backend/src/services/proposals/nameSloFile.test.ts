import { nameSloFile } from './nameSloFile';

describe('nameSloFile', () => {
  const CATALOG = `apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: notebook
---
# Ours.
kind: Component
metadata:
  name: Notebook # as ever
  tags: [a]
spec: {}
`;
  const options = {
    entity: { kind: 'component', namespace: 'default', name: 'notebook' },
    path: './slo.yaml',
  };

  it('adds the annotation to the entity and keeps the rest', () => {
    const named = nameSloFile(CATALOG, options);
    expect(named).toBe(
      CATALOG.replace(
        '  tags: [a]\n',
        '  tags: [a]\n  annotations:\n    atrium.dev/slo: ./slo.yaml\n',
      ),
    );
    expect(nameSloFile(named ?? '', options)).toBe(named);
  });

  it('says when the entity is not there', () => {
    const { entity } = options;
    expect(
      nameSloFile(CATALOG, {
        ...options,
        entity: { ...entity, namespace: 'other' },
      }),
    ).toBeUndefined();
    expect(nameSloFile('kind: [', options)).toBeUndefined();
  });
});
