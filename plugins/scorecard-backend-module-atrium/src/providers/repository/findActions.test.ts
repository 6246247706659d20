import { findActions } from './findActions';

const COMMIT = '0123456789'.repeat(4);

describe('findActions', () => {
  it('finds actions and reusable workflows that are not pinned', () => {
    expect(
      findActions(`
on: { push: { branches: [main] } }
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@${COMMIT} # v4.1.0
      - uses: ./.github/actions/build
      - uses: docker://alpine:3.22
      - uses: docker://alpine@sha256:${'ab'.repeat(32)}
      - run: npm test
      - uses: acme/deploy@${COMMIT.slice(0, 7)}
  deploy:
    uses: acme/workflows/.github/workflows/deploy.yml@main
`),
    ).toEqual({
      used: [
        'actions/checkout@v4',
        `actions/setup-node@${COMMIT}`,
        'docker://alpine:3.22',
        `docker://alpine@sha256:${'ab'.repeat(32)}`,
        'acme/deploy@0123456',
        'acme/workflows/.github/workflows/deploy.yml@main',
      ],
      unpinned: [
        'actions/checkout@v4',
        'docker://alpine:3.22',
        'acme/deploy@0123456',
        'acme/workflows/.github/workflows/deploy.yml@main',
      ],
    });
  });

  it.each([
    ['', undefined],
    ['jobs: [', undefined],
    ['jobs: [a]', undefined],
    ['jobs: { a: null, b: { steps: 7 }, c: { steps: [null, 3] } }', []],
    ['jobs: { a: { steps: [{ uses: { a: b } }] } }', []],
  ])('takes %j for what it is', (content, used) => {
    expect(findActions(content)?.used).toEqual(used);
  });

  it('is not held up by aliases that multiply', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) =>
        `a${index}: &a${index} [${
          index ? `*a${index - 1}, *a${index - 1}` : 'x'
        }]`,
    ).join('\n');
    expect(findActions(`${bomb}\njobs: *a29`)).toBeUndefined();
  });
});
