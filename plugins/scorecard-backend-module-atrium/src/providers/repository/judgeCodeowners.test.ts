import { judgeCodeowners } from './judgeCodeowners';

const judge = (
  content: string,
  path = 'services/shop/catalog-info.yaml',
  host: 'github' | 'gitlab' | 'gitea' = 'github',
) => judgeCodeowners(content, { path, host });

describe('judgeCodeowners', () => {
  it.each([
    // The last rule that matches counts, as the documentation of GitHub says.
    ['*  @acme/all', true],
    ['# nothing\n\n', false],
    ['/docs/ @acme/docs', false],
    ['/services/shop/ @acme/shop # the shop', true],
    ['services/ docs@acme.example', true],
    ['* @acme/all\n/services/shop/', false],
    ['/services/*/catalog-info.yaml @priya', true],
    ['**/shop/** @priya', true],
    ['*.yaml @priya\r\n*.js @jonas\r\n', true],
    // `docs/*` is of files directly in `docs`, and not of those further below.
    ['services/* @priya', false],
    ['/* @priya', false],
    ['services/shop/* @priya', true],
    ['**/services/* @priya', false],
    ['**/shop/* @priya', true],
    ['services/** @priya', true],
    ['**/* @priya', true],
    ['services/**/* @priya', true],
    ['* @acme/all\nservices/*', true],
    // Paths are told apart by case.
    ['/Services/shop/ @acme/shop', false],
    ['*.YAML @priya', false],
  ])('reads %j for GitHub', (content, namesPath) => {
    expect(judge(content)).toEqual({ problems: [], namesPath });
  });

  it.each([
    ['* payments', "Line 1: 'payments' is no owner"],
    [
      '*.ts @a\n!*.js @acme/x',
      'Line 2: a pattern cannot be turned around by !',
    ],
    ['[ab].ts @a', 'Line 1: a pattern cannot have a range of characters'],
    [`/${'*a'.repeat(30)} @a`, 'Line 1: a pattern with more than 8 wildcards'],
    [`/${'a'.repeat(3_000)} @a`, 'Line 1: it is too long to be read'],
  ])('says what is wrong with %.20j', (content, problem) => {
    const { problems, namesPath } = judge(content);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(namesPath).toBe(false);
  });

  it('gives the rules of a section of GitLab its owners', () => {
    const file = '^[Shop][2] @acme/shop @@maintainer\n/services/shop/\n';
    expect(judge(file, undefined, 'gitlab')).toEqual({
      problems: [],
      namesPath: true,
    });
    expect(judge(file, 'other/a.yaml', 'gitlab').namesPath).toBe(false);
  });

  it('reads regular expressions for Gitea, and no backtracking one', () => {
    const namesPath = (content: string) => judge(content, undefined, 'gitea');
    expect(namesPath('.* @acme/all')).toEqual({
      problems: [],
      namesPath: true,
    });
    expect(namesPath('services/shop/.* @a').namesPath).toBe(true);
    expect(namesPath('services/shop @a').namesPath).toBe(false);
    expect(namesPath('!docs/.* @a').namesPath).toBe(true);
    expect(namesPath('docs/( @a').problems).toEqual([
      "Line 1: 'docs/(' is no regular expression, which this host takes",
    ]);
    const before = process.threadCpuUsage();
    namesPath('(a+)+b @a');
    judge('(.*a){20} @a', 'a'.repeat(500), 'gitea');
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });

  it('reads a megabyte in bounded time', () => {
    const before = process.threadCpuUsage();
    judge('/services/*/a*/**/b* @acme/some-team a@b.example\n'.repeat(20_000));
    judge('a'.repeat(1_000_000));
    judge(`* ${'a@b.'.repeat(400)}`);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(5_000);
  });
});
