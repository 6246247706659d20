import { z } from 'zod';
import type { TextProblem } from '../proposal/textProblem';
import { parseYamlFile } from './parseYamlFile';
import { problemsOfChange } from './problemsOfChange';

const INVENTORY = `name: bricks
size: 4
---
name: planks
size: many
---
name: [broken
---
name: wall
of: bricks
`;

const schema = z.object({
  name: z.string(),
  size: z.number().optional(),
  of: z.string().optional(),
});

/** By schema, and whether what one document is made of is another one. */
function check(text: string) {
  const { documents, problems } = parseYamlFile(text, {
    schema,
    unknownKey: 'is not known',
  });
  const names = documents.map(({ document }) => document?.name);
  const found = documents.flatMap(
    ({ documentIndex, document, problems: own, locate }): TextProblem[] => [
      ...own.map(problem => ({ ...problem, documentIndex })),
      ...(document?.of && !names.includes(document.of)
        ? [{ message: 'of nothing', documentIndex, ...locate(['of']) }]
        : []),
    ],
  );
  return { text, problems: [...problems, ...found] };
}

function split(before: string, after: string) {
  const { own, earlier } = problemsOfChange({
    before: check(before),
    after: check(after),
  });
  return [own, earlier].map(all => all.map(({ line }) => line));
}

describe('problemsOfChange', () => {
  it('does not blame a change for what was wrong beside it', () => {
    // The size of the one, and the line by which the list of the other has no end.
    const after = INVENTORY.replace('name: wall', 'name: house');
    expect(split(INVENTORY, after)).toEqual([[], [5, 8]]);
    const moved = `name: nails\n---\n${INVENTORY}`;
    expect(split(INVENTORY, moved)).toEqual([[], [7, 10]]);
  });

  it('blames a change for what it leaves wrong in what it touches', () => {
    const after = INVENTORY.replace('size: many', 'size: few');
    expect(split(INVENTORY, after)).toEqual([[5], [8]]);
    const worse = INVENTORY.replace('of: bricks', 'of: 4');
    expect(split(INVENTORY, worse)).toEqual([[10], [5, 8]]);
  });

  it('blames a change for what it breaks in what it does not touch', () => {
    const after = INVENTORY.replace('name: bricks', 'name: stones');
    expect(split(INVENTORY, after)).toEqual([[10], [5, 8]]);
  });

  it('blames a change for an empty file', () => {
    expect(split(INVENTORY, '')).toEqual([[undefined], []]);
  });
});
