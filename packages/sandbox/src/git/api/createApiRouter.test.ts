import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createTestGitHost } from '../__testUtils__/createTestGitHost.ts';
import type { TestGitHost } from '../__testUtils__/createTestGitHost.ts';

let host: TestGitHost;

before(async () => {
  host = await createTestGitHost();
});

after(async () => {
  await host.close();
});

const base64 = (text: string) => Buffer.from(text).toString('base64');
const repositoryPath = '/repos/acme/payment-service';

describe('users and organisations', () => {
  test('knows who asks, by password or token', async () => {
    const persona = await host.api('/user', { as: 'eng-manager' });
    assert.equal(persona.body.login, 'eng-manager');
    const response = await fetch(`${host.url}/api/v1/user`, {
      headers: { Authorization: `token ${host.config.gitToken}` },
    });
    assert.equal((await response.json()).login, 'atrium');
  });

  test('returns 401 without credentials, and with wrong ones everywhere', async () => {
    const { status, body } = await host.api('/user');
    assert.equal(status, 401);
    assert.deepEqual(Object.keys(body), ['message', 'url']);
    const wrong = await fetch(`${host.url}/api/v1/orgs/acme`, {
      headers: { Authorization: 'token wrong' },
    });
    assert.equal(wrong.status, 401);
  });

  test('returns 404 for an organisation that does not exist', async () => {
    assert.equal((await host.api('/orgs/acme')).body.username, 'acme');
    assert.equal((await host.api('/orgs/other')).status, 404);
    assert.equal((await host.api('/orgs/other/repos')).status, 404);
  });
});

describe('rights', () => {
  const permission = async (
    repository: string,
    login: string,
    as = 'atrium',
  ) => {
    const { status, body } = await host.api(
      `/repos/acme/${repository}/collaborators/${login}/permission`,
      { as },
    );
    return status === 200 ? body.permission : status;
  };

  test('says what a persona may do with a repository, by its owner', async () => {
    assert.equal(await permission('payment-service', 'payments-dev'), 'write');
    assert.equal(await permission('payment-service', 'new-hire'), 'read');
    assert.equal(
      await permission('payment-service', 'platform-admin'),
      'admin',
    );
    assert.equal(await permission('user-service', 'new-hire'), 'write');
  });

  test('tells a person of their own rights only', async () => {
    const as = 'new-hire';
    assert.equal(await permission('payment-service', 'new-hire', as), 'read');
    assert.equal(await permission('payment-service', 'payments-dev', as), 403);
  });

  test('knows no strangers, and tells nobody without credentials', async () => {
    assert.equal(await permission('payment-service', 'stranger'), 404);
    const { status } = await host.api(
      `${repositoryPath}/collaborators/new-hire/permission`,
    );
    assert.equal(status, 401);
  });
});

describe('repositories', () => {
  test('pages the repositories until a page is empty', async () => {
    const first = await host.api('/orgs/acme/repos?page=1&limit=1');
    assert.equal(first.body[0].name, 'payment-service');
    assert.equal(first.body[0].empty, false);
    assert.equal(first.body[0].default_branch, 'main');
    assert.equal(first.body[0].html_url, `${host.url}/acme/payment-service`);
    assert.equal(first.headers.get('x-total-count'), '2');
    const third = await host.api('/orgs/acme/repos?page=3&limit=1');
    assert.deepEqual(third.body, []);
  });

  test('creates, fills and deletes a repository', async () => {
    const created = await host.api('/orgs/acme/repos', {
      method: 'POST',
      as: 'atrium',
      body: { name: 'New.Service', description: 'New', auto_init: true },
    });
    assert.equal(created.status, 201);
    assert.equal(created.body.full_name, 'acme/New.Service');

    const again = await host.api('/orgs/acme/repos', {
      method: 'POST',
      as: 'atrium',
      body: { name: 'new.service' },
    });
    assert.equal(again.status, 409);
    assert.match(String(again.body.message), /same name already exists/);

    const readme = await host.api('/repos/acme/new.service/contents/README.md');
    assert.equal(readme.body.content, base64('# New.Service\n\nNew\n'));

    const repositoryApi = '/repos/acme/New.Service';
    const remove = (as?: string) =>
      host.api(repositoryApi, { method: 'DELETE', as });
    assert.equal((await remove()).status, 401);
    assert.equal((await remove('new-hire')).status, 403);
    assert.equal((await remove('platform-admin')).status, 204);
    assert.equal((await host.api(repositoryApi)).status, 404);
  });

  test('returns 401 or 422 for what cannot be created', async () => {
    const create = async (body: unknown, as?: string) =>
      (await host.api('/orgs/acme/repos', { method: 'POST', as, body })).status;
    assert.equal(await create({ name: 'fine' }), 401);
    const invalid = [
      {},
      { name: '' },
      { name: 7 },
      { name: '..' },
      { name: 'a/b' },
      { name: '../escape' },
      { name: 'a..b' },
      { name: 'name with spaces' },
      { name: 'some.git' },
      { name: 'some.WIKI' },
      { name: 'x'.repeat(101) },
      { name: 'fine', default_branch: '--upload-pack=x' },
      { name: 'fine', description: 'x'.repeat(3000) },
      ['fine'],
    ];
    for (const body of invalid) {
      assert.equal(await create(body, 'atrium'), 422, JSON.stringify(body));
    }
  });

  test('returns 422 for a body that is no JSON', async () => {
    const response = await fetch(`${host.url}/api/v1/orgs/acme/repos`, {
      method: 'POST',
      headers: { Authorization: `token ${host.config.gitToken}` },
      body: '{"name":',
    });
    assert.equal(response.status, 422);
  });

  test('hides a private repository from strangers', async () => {
    await host.api('/orgs/acme/repos', {
      method: 'POST',
      as: 'atrium',
      body: { name: 'secret', private: true, auto_init: true },
    });
    const statusOf = async (as?: string) =>
      (await host.api('/repos/acme/secret', { as })).status;
    assert.equal(await statusOf(), 404);
    assert.equal(await statusOf('new-hire'), 200);
    assert.equal((await fetch(`${host.url}/acme/secret`)).status, 404);
    await assert.rejects(host.clone('secret'));
    await host.api('/repos/acme/secret', { method: 'DELETE', as: 'atrium' });
  });
});

describe('reading', () => {
  test('reads a file and a folder', async () => {
    const file = await host.api(
      `${repositoryPath}/contents/docs/index.md?ref=main`,
    );
    assert.equal(file.body.encoding, 'base64');
    assert.equal(file.body.content, base64('# Documentation\n'));
    assert.match(String(file.body.last_commit_sha), /^[0-9a-f]{40}$/);

    const folder = await host.api(`${repositoryPath}/contents/?ref=main`);
    assert.deepEqual(
      Object.values(folder.body).map(item => [item.name, item.type]),
      [
        ['README.md', 'file'],
        ['catalog-info.yaml', 'file'],
        ['deploy', 'dir'],
        ['docs', 'dir'],
      ],
    );
  });

  test('reads commits, branches and archives', async () => {
    const commit = await host.api(`${repositoryPath}/git/commits/main`);
    const short = String(commit.body.sha).slice(0, 8);
    const same = await host.api(`${repositoryPath}/git/commits/${short}`);
    assert.equal(same.body.sha, commit.body.sha);

    const log = await host.api(`${repositoryPath}/commits?sha=main&path=docs`);
    assert.equal(log.body.length, 1);
    assert.deepEqual(log.body[0].files, [
      { filename: 'docs/index.md', status: 'added' },
    ]);
    const brief = await host.api(
      `${repositoryPath}/commits?sha=main&path=docs&files=false`,
    );
    assert.equal(brief.body[0].sha, log.body[0].sha);
    assert.deepEqual(brief.body[0].files, []);

    const branches = await host.api(`${repositoryPath}/branches`);
    assert.equal(branches.body[0].commit.id, commit.body.sha);
    const branch = await host.api(`${repositoryPath}/branches/main`);
    assert.equal(branch.body.name, 'main');

    const tree = await host.api(
      `${repositoryPath}/git/trees/main?recursive=true`,
    );
    assert.equal(tree.body.truncated, false);
    assert.deepEqual(
      Object.values(tree.body.tree).map(entry => entry.path),
      [
        'README.md',
        'catalog-info.yaml',
        'deploy/notes.txt',
        'deploy/service.yaml',
        'docs/index.md',
      ],
    );

    const archive = await fetch(
      `${host.url}/api/v1${repositoryPath}/archive/main.tar.gz`,
    );
    assert.equal(archive.status, 200);
    assert.ok((await archive.arrayBuffer()).byteLength > 100);
  });

  test('returns 404 for what is not there, also for tricks with refs', async () => {
    const refs = [
      'none',
      '--help',
      '--output=x',
      'HEAD~1',
      'main^',
      'main:README.md',
      '@{-1}',
      '../main',
      ':/Start',
      '0000000000000000000000000000000000000000',
    ];
    for (const ref of refs) {
      const encoded = encodeURIComponent(ref);
      for (const address of [
        `contents/README.md?ref=${encoded}`,
        `git/commits/${encoded}`,
        `commits?sha=${encoded}`,
        `branches/${encoded}`,
        `archive/${encoded}.tar.gz`,
        `raw/README.md?ref=${encoded}`,
      ]) {
        const { status } = await host.api(`${repositoryPath}/${address}`);
        assert.equal(status, 404, address);
      }
    }
    const missing = await host.api(`${repositoryPath}/contents/none.md`);
    assert.equal(missing.status, 404);
  });

  test('returns 422 for paths that leave the repository', async () => {
    for (const filePath of ['..%2f..%2fHEAD', '.git%2fconfig', 'a%2f%2fb']) {
      for (const part of ['contents', 'raw']) {
        const { status } = await host.api(
          `${repositoryPath}/${part}/${filePath}`,
        );
        assert.equal(status, 422, filePath);
      }
    }
  });
});

describe('changing files', () => {
  const file = `${repositoryPath}/contents/notes/today.md`;

  test('creates, updates and deletes a file as commits', async () => {
    const created = await host.api(file, {
      method: 'POST',
      as: 'payments-dev',
      body: {
        content: base64('one\n'),
        message: 'Take notes',
        branch: 'main',
      },
    });
    assert.equal(created.status, 201);
    assert.equal(created.body.commit.message, 'Take notes\n');
    assert.equal(created.body.commit.author.name, 'Priya Natarajan');
    const { sha } = created.body.content;

    const update = (body: unknown) =>
      host.api(file, { method: 'PUT', as: 'payments-dev', body });
    const content = base64('two\n');
    assert.equal((await update({ content })).status, 422);
    assert.equal((await update({ content, sha: 'f'.repeat(40) })).status, 422);
    const updated = await update({ content, sha });
    assert.equal(updated.status, 200);
    assert.equal(updated.body.content.content, content);

    const deleted = await host.api(file, {
      method: 'DELETE',
      as: 'payments-dev',
      body: { sha: updated.body.content.sha },
    });
    assert.equal(deleted.status, 200);
    assert.equal(deleted.body.content, null);
    assert.equal((await host.api(file)).status, 404);
  });

  test('puts a change on a new branch', async () => {
    const { status } = await host.api(file, {
      method: 'POST',
      as: 'atrium',
      body: { content: base64('branch\n'), new_branch: 'feature/notes' },
    });
    assert.equal(status, 201);
    assert.equal((await host.api(`${file}?ref=main`)).status, 404);
    assert.equal((await host.api(`${file}?ref=feature/notes`)).status, 200);
  });

  test('changes several files by one commit, or none of them', async () => {
    const commit = (files: unknown) =>
      host.api(`${repositoryPath}/contents`, {
        method: 'POST',
        as: 'atrium',
        body: { files, message: 'Two files', branch: 'main' },
      });
    const create = (name: string) => ({
      operation: 'create',
      path: name,
      content: base64(`${name}\n`),
    });
    const created = await commit([create('one.txt'), create('two.txt')]);
    assert.equal(created.status, 201);
    assert.equal(created.body.files[1].path, 'two.txt');
    const made = await host.api(
      `${repositoryPath}/git/commits/${created.body.commit.sha}`,
    );
    assert.deepEqual(made.body.files, [
      { filename: 'one.txt', status: 'added' },
      { filename: 'two.txt', status: 'added' },
    ]);

    const refused = await commit([create('three.txt'), create('one.txt')]);
    assert.equal(refused.status, 422);
    const { status } = await host.api(`${repositoryPath}/contents/three.txt`);
    assert.equal(status, 404);
    const removed = await commit([
      { operation: 'delete', path: 'one.txt', sha: created.body.files[0].sha },
      { operation: 'delete', path: 'two.txt', sha: created.body.files[1].sha },
    ]);
    assert.equal(removed.body.files[0], null);
    assert.equal((await commit([{ operation: 'move' }])).status, 422);
    assert.equal((await commit([])).status, 422);
  });

  test('fills an empty repository', async () => {
    await host.api('/orgs/acme/repos', {
      method: 'POST',
      as: 'atrium',
      body: { name: 'blank' },
    });
    const list = await host.api('/repos/acme/blank');
    assert.equal(list.body.empty, true);
    const { status } = await host.api('/repos/acme/blank/contents/a.txt', {
      method: 'POST',
      as: 'atrium',
      body: { content: base64('a') },
    });
    assert.equal(status, 201);
    assert.equal((await host.api('/repos/acme/blank')).body.empty, false);
  });

  test('returns the statuses of Gitea for what cannot be done', async () => {
    const statusOf = async (
      target: string,
      body: Record<string, unknown>,
      as: string | undefined = 'atrium',
    ) =>
      (
        await host.api(`${repositoryPath}/contents/${target}`, {
          method: 'POST',
          as: as || undefined,
          body: { content: base64('x'), ...body },
        })
      ).status;
    assert.equal(await statusOf('a.txt', {}, ''), 401);
    assert.equal(await statusOf('a.txt', { branch: 'none' }), 404);
    assert.equal(await statusOf('a.txt', { branch: '--force' }), 422);
    assert.equal(await statusOf('a.txt', { new_branch: 'main' }), 422);
    assert.equal(await statusOf('a.txt', { content: '!' }), 422);
    assert.equal(await statusOf('README.md', {}), 422);
    assert.equal(await statusOf('docs', {}), 422);
    assert.equal(await statusOf('README.md/below', {}), 422);
    for (const target of [
      '..%2f..%2fescape',
      '.git%2fhooks%2fpost-update',
      'docs%2f.GIT%2fconfig',
      'docs%2f..%2f..%2fx',
      'a%0Ab',
      'a%5Cb',
    ]) {
      assert.equal(await statusOf(target, {}), 422, target);
    }
    const outside = await fs.readdir(path.dirname(host.config.stateDir));
    assert.ok(!outside.includes('escape'));
  });
});

test('answers health, and 404 in the form of Gitea', async () => {
  const health = await fetch(`${host.url}/api/healthz`);
  assert.equal(health.status, 200);
  const missing = await host.api('/nothing');
  assert.equal(missing.status, 404);
  assert.equal(missing.body.url, `${host.url}/api/swagger`);
});
