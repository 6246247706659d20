import { FixTemplate } from './FixTemplate';
import { ScorecardExpressions } from './ScorecardExpressions';

const expressions = new ScorecardExpressions([
  {
    id: 'slo',
    title: 'SLOs',
    description: 'What was promised.',
    freshnessMs: 1000,
    facts: {
      count: { type: 'integer', title: 'SLOs', description: 'How many.' },
    },
  },
]);

function render(text: string, name: string, escape: 'markdown' | 'none') {
  return FixTemplate.compile(text, expressions).render(
    {
      facts: expressions.environment.createRecord('facts', {
        slo: { count: 2 },
      }),
      entity: { kind: 'Component', metadata: { name } },
      now: new Date('2026-11-28T00:00:00Z'),
    },
    escape,
  );
}

describe('FixTemplate', () => {
  it.each([
    ['Fix ${{ entity.metadata.name }} now', 'orders', 'Fix orders now'],
    ['${{ string(facts.slo.count) }} SLOs', '', '2 SLOs'],
    // What is not known does not hide the rest.
    ['Ask ${{ entity.spec.owner }}.', '', 'Ask ….'],
    [
      'For ${{ entity.metadata.name }}',
      '[x](javascript:alert(1))\n# <b>',
      'For \\[x\\]\\(javascript\\:alert\\(1\\)\\) \\# \\<b\\>',
    ],
    [
      '[Open](https://x.example/${{ entity.metadata.name }}/new)',
      '../a b)?c',
      '[Open](https://x.example/..%2Fa%20b%29%3Fc/new)',
    ],
    [
      '[See it](/catalog/${{ entity.kind.lowerAscii() }}/${{ entity.metadata.name }}?view=findings).',
      'orders',
      '[See it](/catalog/component/orders?view=findings).',
    ],
    [
      'See https://x.example/${{ entity.metadata.name }}',
      'a/b',
      'See https://x.example/a%2Fb',
    ],
  ])('renders %s of %j', (text, name, expected) => {
    expect(render(text, name, 'markdown')).toBe(expected);
  });

  it.each([
    ['See `${{ entity.metadata.name }}`.', 'a-b', 'See `a-b`.'],
    ['See `x` and `${{ entity.metadata.name }}`', 'a*b', 'See `x` and `a*b`'],
    ['See `${{ entity.metadata.name }}`', 'a` **b**', "See `a' **b**`"],
    ['`x` is ${{ entity.metadata.name }} or `y`', 'a*b', '`x` is a\\*b or `y`'],
    [
      'A lone ` before ${{ entity.metadata.name }}',
      'a*b',
      'A lone ` before a\\*b',
    ],
    ['A \\`${{ entity.metadata.name }}`', 'a*b', 'A \\`a\\*b`'],
    ['```${{ entity.metadata.name }}```', 'a*b', '```a\\*b```'],
  ])('keeps code what stands in code: %s of %s', (text, name, expected) => {
    expect(render(text, name, 'markdown')).toBe(expected);
  });

  it('leaves values as they are in files', () => {
    expect(render('# ${{ entity.metadata.name }}', 'a*b', 'none')).toBe(
      '# a*b',
    );
  });

  it.each(['${{ entity.metadata.name', '$ {{ 1 }}', 'plain'])(
    'takes %s for text',
    text => {
      expect(render(text, 'x', 'none')).toBe(text);
    },
  );

  it.each(['${{ facts.slo.cuont }}', '${{ 1 + }}', '${{ facts.slo.count }}'])(
    'refuses %s',
    text => {
      expect(() => FixTemplate.compile(text, expressions)).toThrow(
        expect.objectContaining({ name: 'ExpressionError' }),
      );
    },
  );
});
