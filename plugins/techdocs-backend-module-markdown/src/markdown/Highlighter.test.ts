import { WorkerThread } from '@atrium/backend-common/workers';
import { Highlighter } from './Highlighter';
import { runTask } from './highlightWorker';

const MILLISECONDS = 30_000;

/** Code whose lines mean something else below other lines. */
const BLOCKS = [
  ['typescript', 'const a = `x\nreturn 1;\n`;\nreturn 1;\n/*\nreturn 1;\n*/'],
  ['typescript', 'return 1;\n/*\nconst a = `x\n*/\nreturn 1;'],
  ['javascript', 'return 1;\nconst a = `x\nreturn 1;'],
  [
    'bash',
    'cat <<EOF\nif true; then\nEOF\nif true; then\n  echo "a\nfi\n"\nfi',
  ],
  ['bash', 'if true; then\n  echo a\nfi'],
  ['yaml', 'a: |\n  b: 1\n  # no comment\nb: 1\n# comment\n\nc: "x'],
  ['yaml', 'b: 1\n# comment\na: |\n  b: 1'],
  [
    'html',
    '<script>\nlet a = 1;\n</script>\nlet a = 1;\n<style>\na{}\n</style>',
  ],
  ['markdown', '# a\n\n```yaml\nb: 1\n```\nb: 1\n\n- a\n  b: 1'],
  ['python', '"""\ndef a():\n"""\ndef a():\n    return 1'],
].map(([language, code]) => ({ language, code }));

it('colours a line alike whichever code the thread met before', async () => {
  const alone = await Promise.all(
    BLOCKS.map(async block => {
      const highlighter = new Highlighter();
      const { blocks } = await highlighter.highlight([block], MILLISECONDS);
      await highlighter.close();
      return blocks[0];
    }),
  );
  const highlighter = new Highlighter();
  const many = [...BLOCKS, ...BLOCKS.toReversed(), ...BLOCKS];
  const together = await highlighter.highlight(many, MILLISECONDS);
  await highlighter.close();
  expect(alone).not.toContain(undefined);
  expect(together).toEqual({
    isTimedOut: false,
    blocks: [...alone, ...alone.toReversed(), ...alone],
  });
  // The same line is code in one place and text in the other.
  expect(alone[0]?.[1]).not.toBe(alone[0]?.[3]);
  expect(alone[0]?.[5]).not.toBe(alone[0]?.[3]);
});

it('colours code inside of Markdown by its own language, however it is nested', async () => {
  const highlighter = new Highlighter();
  const inner = '```python\nreturn 1\n```\n# Title';
  const code = [
    '---\ntitle: A\n---',
    inner,
    '- item\n\n  ~~~ { .js }\n  return 1;\n  ~~~',
    `\`\`\`\`md\n${inner}\n\`\`\`\``,
    '```no-such\nreturn 1\n```',
  ].join('\n');
  const { blocks } = await highlighter.highlight(
    [
      { language: 'md', code },
      { language: 'yaml', code: 'title: A' },
      { language: 'python', code: 'return 1' },
      { language: 'js', code: '  return 1;' },
      { language: 'markdown', code: '# Title' },
    ],
    MILLISECONDS,
  );
  await highlighter.close();
  const [lines = [], [yaml] = [], [python] = [], [js] = [], [title] = []] =
    blocks.map(block => block ?? []);
  expect(python).toContain('<span class="k">return</span>');
  const source = code.split('\n');
  const htmlOf = (text: string) =>
    lines.filter((_, index) => source[index] === text);
  expect(htmlOf('title: A')).toEqual([yaml]);
  // A language that nobody knows leaves its code to Markdown.
  expect(htmlOf('return 1')).toEqual([
    python,
    python,
    '<span class="s">return 1</span>',
  ]);
  expect(htmlOf('  return 1;')).toEqual([js]);
  // What stands behind a block is Markdown again.
  expect(htmlOf('# Title')).toEqual([title, title]);
});

it('forgets lines in time, and leaves long ones and languages it lacks plain', async () => {
  const highlighter = new Highlighter();
  const line = (n: number) => `const value${n} = '${'x'.repeat(900)}';`;
  const code = Array.from({ length: 100 }, (_, n) => line(n)).join('\n');
  const rest = Array.from({ length: 1_100 }, (_, n) => line(n + 100));
  const { blocks } = await highlighter.highlight(
    [
      { language: 'js', code },
      ...rest.map(text => ({ language: 'js', code: text })),
      { language: 'js', code },
      { language: 'js', code: `let a;\n${'b<'.repeat(1_000)}\nlet a;` },
      { language: 'no-such', code: 'let a;' },
    ],
    MILLISECONDS,
  );
  await highlighter.close();
  expect(blocks[0]?.[7]).toContain('<span class="k">const</span>');
  expect(blocks.at(-3)).toEqual(blocks[0]);
  expect(blocks.at(-2)).toEqual([
    '<span class="k">let</span> a;',
    'b&lt;'.repeat(1_000),
    '<span class="k">let</span> a;',
  ]);
  expect(blocks.at(-1)).toBeUndefined();
});

it('gives the thread its next task before any page of the last one is rendered', async () => {
  const run = jest.spyOn(WorkerThread.prototype, 'run');
  const highlighter = new Highlighter();
  // Too much for one task.
  const page = [{ language: 'no-such', code: 'x'.repeat(20_000) }];
  const taskCounts: number[] = [];
  await Promise.all(
    Array.from({ length: 3 }, () =>
      highlighter
        .highlight(page, MILLISECONDS)
        .then(() => taskCounts.push(run.mock.calls.length)),
    ),
  );
  await highlighter.close();
  run.mockRestore();
  // A fast thread may have been given more by then.
  const [first, second] = taskCounts;
  expect(first).toBeGreaterThanOrEqual(2);
  expect(second).toBe(3);
});

it('stops in the middle of a page by the processor time of the thread', async () => {
  const block = { language: 'no-such', code: 'let a;' };
  let usedMs = 0;
  const usage = jest.spyOn(process, 'threadCpuUsage').mockImplementation(() => {
    usedMs += 30;
    return { user: usedMs * 900, system: usedMs * 100 };
  });
  // Ends at 30 + 100 ms; read before each block, at 60, 90, 120 and 150 ms.
  const done = await runTask({ pages: [Array(9).fill(block)], maxMs: 100 });
  usage.mockRestore();
  const plain = undefined;
  expect(done).toEqual([{ blocks: [plain, plain, plain], isTimedOut: true }]);
});
