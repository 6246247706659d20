import { editAnnotation, readAnnotation } from './editAnnotation';

const BUDGET = 'atrium.dev/monthly-budget';

const CATALOG = `apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: ledger
---
kind: Component
metadata:
  name: ledger # as ever
  annotations:
    # As agreed in June.
    ${BUDGET}: EUR 400
    example.com/files: ./things.yaml
spec: {}
`;

const component = {
  entity: { kind: 'Component', metadata: { name: 'ledger' } },
  annotation: BUDGET,
};
const system = {
  ...component,
  entity: { ...component.entity, kind: 'System' },
};

describe('readAnnotation', () => {
  it('says what the entity has, that it has none, or that it is not there', () => {
    expect(readAnnotation(CATALOG, component)).toEqual({ value: 'EUR 400' });
    expect(readAnnotation(CATALOG, system)).toEqual({});
    expect(readAnnotation('kind: [', component)).toBeUndefined();
  });
});

describe('editAnnotation', () => {
  it('says something else and keeps the rest', () => {
    expect(editAnnotation(CATALOG, component, 'EUR 520.50')).toBe(
      CATALOG.replace('EUR 400', 'EUR 520.50'),
    );
    expect(editAnnotation(CATALOG, system, 'EUR 900')).toBe(
      CATALOG.replace(
        '  name: ledger\n',
        `  name: ledger\n  annotations:\n    ${BUDGET}: EUR 900\n`,
      ),
    );
  });

  it('takes an annotation away, and the last one with its list', () => {
    const without = editAnnotation(CATALOG, component, undefined);
    expect(without).not.toContain(BUDGET);
    expect(without).toContain('    example.com/files: ./things.yaml\n');
    const files = { ...component, annotation: 'example.com/files' };
    const last = editAnnotation(without ?? '', files, undefined);
    expect(last).not.toContain('annotations');
    expect(last).toContain('  name: ledger # as ever\n');
  });

  it('says when the entity is not there', () => {
    const other = {
      ...component,
      entity: { kind: 'API', metadata: { name: 'ledger' } },
    };
    expect(editAnnotation(CATALOG, other, 'EUR 1')).toBeUndefined();
  });
});
