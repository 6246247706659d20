import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { TEMPLATES } from './__testUtils__/renderTemplate';
import { findUnquotedValues } from './__testUtils__/findUnquotedValues';
import { findUnboundedParameters } from './__testUtils__/findUnboundedParameters';
import { parse } from 'yaml';

const files = readdirSync(TEMPLATES, { recursive: true })
  .map(String)
  .filter(path => statSync(join(TEMPLATES, path)).isFile());

describe('findUnquotedValues', () => {
  it.each([
    ['a.yaml', 'owner: ${{ values.owner }}'],
    ['a.yaml', "owner: '${{ values.owner | dump }}'"],
    ['a.yaml', 'url: https://x/${{ values.name | dump }}'],
    ['a.yaml', '- ${{values.name}}-api'],
    ['a.json', '"name": "${{ values.name }}",'],
    ['a.md', '# ${{ values.title }}'],
    ['a.html', '<title>${{ values.name }}</title>'],
    ['a.ts', "const NAME = '${{ values.name }}';"],
    ['Dockerfile', 'LABEL name=${{ values.name }}'],
  ])('finds it in %s: %s', (path, line) => {
    expect(findUnquotedValues(path, line)).toEqual([`${path}:1: ${line}`]);
  });

  it.each([
    ['a.yaml', 'owner: ${{ values.owner | dump }}'],
    ['a.yaml', "- url: ${{ ('https://x/' ~ values.name) | dump }}"],
    ['a.yaml', 'ref: {% raw %}${{ github.ref }}{% endraw %}'],
    ['a.json', '"name": ${{ values.name | dump }},'],
    ['a.md', '# ${{ values.title | markdownText }}'],
    ['a.md', "the ${{ 'x' if values.database == 'y' else 'z' }} database"],
    ['a.java', 'class ${{ values.className }}Test {'],
  ])('accepts in %s: %s', (path, line) => {
    expect(findUnquotedValues(path, line)).toEqual([]);
  });
});

it('every value in a skeleton is written as data', () => {
  const problems = files
    .filter(path => !path.endsWith('template.yaml'))
    .flatMap(path =>
      findUnquotedValues(path, readFileSync(join(TEMPLATES, path), 'utf8')),
    );
  expect(problems).toEqual([]);
});

it.each(files.filter(path => path.endsWith('template.yaml')))(
  'every parameter of %s is bounded on the server',
  path => {
    const template: JsonObject = parse(
      readFileSync(join(TEMPLATES, path), 'utf8'),
    );
    expect(findUnboundedParameters(template)).toEqual([]);
  },
);

it('finds a parameter that takes any text', () => {
  const template = {
    spec: {
      parameters: [
        { properties: { a: { type: 'string' }, b: { type: 'boolean' } } },
        { properties: { c: { type: 'string', maxLength: 9 }, d: {} } },
        {
          properties: {
            e: { type: 'string', pattern: '^x', maxLength: 9 },
            f: { type: 'string', enum: ['x'] },
            g: { type: 'string', pattern: '^x$', maxLength: 9 },
          },
        },
      ],
    },
  };
  expect(findUnboundedParameters(template)).toEqual(['a', 'c', 'd', 'e']);
});
