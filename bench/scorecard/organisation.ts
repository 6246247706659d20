/** What the provider of the bench knows. */
export const PROVIDER = {
  id: 'bench',
  title: 'Bench',
  description: 'Four facts of every entity.',
  freshnessMs: 365 * 24 * 3_600_000,
  facts: {
    one: { type: 'integer', title: 'One', description: 'From 0 to 99.' },
    two: { type: 'integer', title: 'Two', description: 'From 0 to 9.' },
    three: { type: 'text', title: 'Three', description: 'Some text.' },
    four: { type: 'boolean', title: 'Four', description: 'Every third time.' },
  },
} as const;

/** 20 checks of four kinds. */
const EXPRESSIONS = Array.from({ length: 20 }, (_, index) => {
  switch (index % 4) {
    case 0:
      return `facts.bench.one > ${index * 4}`;
    case 1:
      return `facts.bench.two >= ${index % 10} && facts.bench.four`;
    case 2:
      return `facts.bench.three.startsWith("text-${index % 7}")`;
    default:
      return `entity.spec.lifecycle == "production" || facts.bench.one < ${index}`;
  }
});

/** A scorecard by 20 checks on 3 levels. */
export const SCORECARD = `apiVersion: atrium.dev/v1
kind: Scorecard
metadata: { name: bench, title: Bench }
spec:
  owner: group:default/bench
  levels: [{ name: bronze }, { name: silver }, { name: gold }]
  checks:
${EXPRESSIONS.map(
  (expression, index) => `    - name: check-${index}
      title: Check ${index}
      level: ${['bronze', 'silver', 'gold'][index % 3]}
      expression: '${expression}'`,
).join('\n')}
`;
