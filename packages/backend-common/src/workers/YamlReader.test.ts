import { YamlReader } from './YamlReader';

const reader = new YamlReader();

afterAll(() => reader.close());

it.each([
  ['what is short', ''],
  ['what is long', `# ${'x'.repeat(30_000)}\n`],
])('reads %s, with what is wrong with it', async (_, before) => {
  const line = before ? 2 : 1;
  expect(
    await reader.read(`${before}a: 1\n---\nb: c: d\n`, { ignoresTags: true }),
  ).toEqual([
    { value: { a: 1 }, problems: [], start: { line, column: 1 } },
    {
      value: undefined,
      problems: [
        {
          kind: 'syntax',
          message: 'Nested mappings are not allowed in compact mappings',
          position: { line: line + 2, column: 4 },
        },
      ],
      start: expect.anything(),
    },
  ]);
});

it('lets others go on while it reads much', async () => {
  // The thread starts first.
  await reader.read(' '.repeat(30_000), {});
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  await reader.read(`[${'0,'.repeat(90_000)}0]`, {});
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(3);
});
