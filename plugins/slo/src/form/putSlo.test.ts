import { listSloNames, locateInSlo, putSlo } from './putSlo';
import { newSloForm } from './sloForm';
import { writeSloForm } from './writeSloForm';

const FILE = `# What customers may expect.
apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability   # never rename
spec:
  objectives:
    # Agreed in May.
    - target: 0.9990
    - { target: 0.99, displayName: Better }
# The other one.
---
kind: Other
text: |
  as   it is
`;

describe('putSlo', () => {
  it('adds a document, or replaces the one of a name', () => {
    const added = { kind: 'SLO', metadata: { name: 'latency' } };
    const text = '---\nkind: SLO\nmetadata:\n  name: latency\n';
    expect(putSlo('', added)).toBe(text.slice(4));
    expect(putSlo('# Nothing yet\n', added)).toBe(`# Nothing yet\n${text}`);
    expect(putSlo(FILE, added)).toBe(`${FILE}${text}`);
    expect(putSlo(FILE.trimEnd(), added)).toBe(`${FILE}${text}`);
    expect(putSlo(`${FILE}---\n`, added)).toBe(`${FILE}${text}`);

    const renamed = putSlo(
      putSlo(FILE, added),
      { kind: 'SLO', metadata: { name: 'speed' } },
      { replaces: 'latency' },
    );
    expect(renamed).toBe(`${FILE}${text.replace('latency', 'speed')}`);
    expect(locateInSlo(renamed, 'speed')).toEqual({
      line: renamed.split('\n').lastIndexOf('kind: SLO') + 1,
      column: 1,
    });
    expect(locateInSlo(renamed, 'availability').line).toBe(2);
    const path = ['spec', 'objectives', 1, 'target'];
    expect(locateInSlo(renamed, 'availability', path)).toEqual({
      line: FILE.split('\n').findIndex(line => line.includes('Better')) + 1,
      column: 9,
    });
    expect(locateInSlo('kind: [', 'speed').line).toBe(1);
  });

  it('adds to a list, or replaces what is in it', () => {
    const list = `# Of the shop.
  - kind: SLO
    metadata: { name: latency } # in the shop
  - kind: Other
`;
    const added = { kind: 'SLO', metadata: { name: 'speed' } };
    const grown = `${list}  - kind: SLO\n    metadata:\n      name: speed\n`;
    expect(putSlo(list, added)).toBe(grown);
    expect(putSlo(list.trimEnd(), added)).toBe(grown);
    expect(listSloNames(grown)).toEqual(['latency', 'speed']);
    expect(locateInSlo(grown, 'speed')).toEqual({ line: 5, column: 5 });
    expect(putSlo(list, added, { replaces: 'latency' })).toBe(
      list.replace('latency', 'speed'),
    );
  });

  it('edits a document beside others that are wrong, or no YAML at all', () => {
    const wrong = `kind: SLO\nspec: { target: 90 }\n---\nkind: [SLO\n---\n`;
    const file = `${wrong}kind: SLO\nmetadata: { name: good }\n`;
    const form = newSloForm({
      service: 'till',
      source: { by: 'type', name: 'push' },
    });
    const edited = putSlo(file, writeSloForm({ ...form, name: 'better' }), {
      replaces: 'good',
    });
    expect(edited.startsWith(wrong)).toBe(true);
    expect(edited).toContain('name: better');
    expect(edited).not.toContain('name: good');
  });
});
