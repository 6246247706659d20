import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readTemplate, renderTemplate } from './__testUtils__/renderTemplate';
import { ON_GITHUB, sampleParameters } from './__testUtils__/sampleParameters';

const run = promisify(execFile);
const clones = createMockDirectory();

// Variables of the calling npm or test runner would change what commands do.
const cleanEnvironment = {
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  HOME: process.env.HOME,
};

const check = (folder: string) =>
  run(process.execPath, ['scripts/check-docs.mjs'], {
    cwd: folder,
    env: cleanEnvironment,
  });

describe('node-service', () => {
  it('passes its own tests straight after git clone', async () => {
    const {
      files: { folder },
    } = await renderTemplate('node-service', sampleParameters);
    const git = (args: string[], cwd: string) =>
      run('git', args, { cwd, env: cleanEnvironment });
    await git(['init', '--quiet', '--initial-branch=main'], folder);
    await git(['add', '--all'], folder);
    const identity = [
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@localhost',
    ];
    await git([...identity, 'commit', '--quiet', '-m', 'Create'], folder);

    const clone = clones.resolve('refund-service');
    await git(['clone', '--quiet', folder, clone], clones.path);
    const { stdout } = await run('npm', ['test'], {
      cwd: clone,
      env: cleanEnvironment,
    });

    expect(stdout).toMatch(/(ℹ|#) pass [1-9]/);
    expect(stdout).toMatch(/(ℹ|#) fail 0/);
  });
});

describe('documentation-site', () => {
  it('passes its own check, which finds broken links and lost pages', async () => {
    const {
      files: { folder },
    } = await renderTemplate('documentation-site', sampleParameters);
    expect((await check(folder)).stdout).toContain('0 problems');

    writeFileSync(
      join(folder, 'docs/lost.md'),
      '[broken](nowhere.md) and `[code](nowhere-else.md)`',
    );
    await expect(check(folder)).rejects.toMatchObject({
      code: 1,
      stderr: [
        "docs/lost.md links to 'nowhere.md', which does not exist",
        'docs/lost.md is not in the navigation of mkdocs.yml',
        '',
      ].join('\n'),
    });
  });

  it('reads links, code and the navigation as the site does', async () => {
    const { files } = await renderTemplate(
      'documentation-site',
      sampleParameters,
    );
    const { folder } = files;
    const write = (path: string, lines: string[]) =>
      writeFileSync(join(folder, path), lines.join('\n'));

    const navigation = files
      .text('mkdocs.yml')
      .replace(
        '  - Glossary: glossary.md\n',
        [
          '  - Glossary: glossary.md # see: writing.md',
          '  - "Done: # 1": 100%-done.md  # a percent sign',
          '  - a.md\t# no title',
          '  # - Old: old.md',
          '',
        ].join('\n'),
      );
    write('mkdocs.yml', [navigation]);
    write('docs/100%-done.md', ['# Done']);
    write('docs/a.md', [
      '[done](100%-done.md) [encoded](100%25-done.md#top) [gone](%E0-gone.md)',
      '1. A step:',
      '',
      '    ```md',
      '    [code](in-a-list.md)',
      '    ```',
      '',
      '> ~~~~',
      '> [code](in-a-quotation.md)',
      '> ~~~',
      '> [code](in-the-same.md)',
      '> ~~~~',
      '',
      '- ```',
      '  [code](in-an-item.md)',
      '  ```',
      '',
      '```code``` [broken](after-code.md)',
    ]);
    await expect(check(folder)).rejects.toMatchObject({
      code: 1,
      stderr: [
        "docs/a.md links to '%E0-gone.md', which does not exist",
        "docs/a.md links to 'after-code.md', which does not exist",
        '',
      ].join('\n'),
    });

    // Lines may end as on Windows.
    writeFileSync(
      join(folder, 'mkdocs.yml'),
      navigation.replaceAll('\n', '\r\n'),
    );
    write('docs/a.md', ['[done](100%-done.md)']);
    expect((await check(folder)).stdout).toContain('0 problems');
  });
});

describe('register-existing', () => {
  it('adds catalog-info.yaml and nothing else', async () => {
    const { files, steps } = await renderTemplate('register-existing', {
      ...sampleParameters,
      hasDocs: true,
      runsInKubernetes: true,
    });

    expect(files.list()).toEqual(['catalog-info.yaml']);
    expect(files.entities()[0].metadata.annotations).toMatchObject({
      'backstage.io/techdocs-ref': 'dir:.',
      'backstage.io/kubernetes-id': 'refund-service',
    });
    expect(steps['publish-gitea']).toMatchObject({ path: 'catalog-info.yaml' });
    // Only a commit brings it at once; a pull request waits for a review.
    const template = await readTemplate('register-existing');
    expect(template.spec.steps.find(({ id }) => id === 'register')?.if).toBe(
      "${{ steps['publish-gitea'].output.handover == 'commit' }}",
    );
  });

  it('opens a pull request on GitHub, after looking for the file', async () => {
    const { steps } = await renderTemplate('register-existing', {
      ...sampleParameters,
      repoUrl: ON_GITHUB,
    });

    expect(steps['check-repository']).toEqual({
      repoUrl: ON_GITHUB,
      path: 'catalog-info.yaml',
    });
    expect(steps.publish).toMatchObject({ branchName: 'add-catalog-info' });
    expect(steps).not.toHaveProperty('register');
  });
});
