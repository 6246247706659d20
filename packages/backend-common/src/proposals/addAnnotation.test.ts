import { addAnnotation } from './addAnnotation';

describe('addAnnotation', () => {
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
    entity: { kind: 'component', metadata: { name: 'notebook' } },
    annotation: 'example.com/files',
    value: './things.yaml',
  };

  it('adds the annotation to the entity and keeps the rest', () => {
    const named = addAnnotation(CATALOG, options);
    expect(named).toBe(
      CATALOG.replace(
        '  tags: [a]\n',
        '  tags: [a]\n  annotations:\n    example.com/files: ./things.yaml\n',
      ),
    );
    expect(addAnnotation(named ?? '', options)).toBe(named);
    expect(
      addAnnotation(named ?? '', { ...options, value: './more.yaml' }),
    ).toBe(named?.replace('./things.yaml', '"./things.yaml, ./more.yaml"'));
  });

  it('says when the entity is not there', () => {
    const metadata = { name: 'notebook', namespace: 'other' };
    const elsewhere = { kind: 'component', metadata };
    expect(
      addAnnotation(CATALOG, { ...options, entity: elsewhere }),
    ).toBeUndefined();
    expect(addAnnotation('kind: [', options)).toBeUndefined();
  });
});
