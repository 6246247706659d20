import type { RepositoryCommit } from '@atrium/git-hosts';
import { setTimeout } from 'node:timers/promises';
import type { PageFacts } from '../build/pageFacts';
import {
  findPageCommits,
  type FindPageCommitsOptions,
} from './findPageCommits';

function page(sourcePath: string, sourceHash: string | undefined): PageFacts {
  return {
    path: '',
    title: '',
    sourcePath,
    sourceHash,
    editUrl: undefined,
    words: 0,
    minutes: 0,
  };
}

function commitOf(id: string): RepositoryCommit {
  return {
    id,
    date: '2026-11-02T09:00:00.000Z',
    author: undefined,
    message: undefined,
    url: undefined,
  };
}

function createFinder() {
  const kept = new Map<string, Buffer>();
  const cache = {
    read: async (key: string) => kept.get(key),
    write: async (key: string, content: Uint8Array) => {
      kept.set(key, Buffer.from(content));
    },
  };
  const asked: string[] = [];
  const problems: string[] = [];
  const find = async (
    pages: PageFacts[],
    readLastCommit?: FindPageCommitsOptions['readLastCommit'],
  ) => {
    const commits = await findPageCommits(pages, {
      cache,
      cacheKey: 'site:commits',
      readLastCommit: async (path, signal) => {
        asked.push(path);
        return readLastCommit
          ? readLastCommit(path, signal)
          : commitOf(`last of ${path}`);
      },
      onProblem: message => problems.push(message),
    });
    return Object.fromEntries([...commits].map(([key, { id }]) => [key, id]));
  };
  return { find, asked, problems };
}

it('asks again only about pages that changed', async () => {
  const { find, asked } = createFinder();
  await find([page('a.md', '1'), page('b.md', '1'), page('', undefined)]);
  expect(asked.splice(0).sort()).toEqual(['a.md', 'b.md']);

  const commits = await find([page('a.md', '1'), page('b.md', '2')]);
  expect(asked).toEqual(['b.md']);
  expect(commits).toEqual({ 'a.md': 'last of a.md', 'b.md': 'last of b.md' });
});

it('asks a few at a time, and about the rest of a large site next time', async () => {
  const { find, asked } = createFinder();
  const pages = Array.from({ length: 150 }, (_, n) => page(`${n}.md`, '1'));
  let activeCount = 0;
  let mostActive = 0;
  const first = await find(pages, async path => {
    activeCount += 1;
    mostActive = Math.max(mostActive, activeCount);
    await setTimeout(1);
    activeCount -= 1;
    return commitOf(path);
  });
  expect(mostActive).toBe(6);
  expect(asked.splice(0)).toHaveLength(100);
  expect(Object.keys(first)).toHaveLength(100);

  const second = await find(pages);
  expect(asked).toHaveLength(50);
  expect(Object.keys(second)).toHaveLength(150);
});

it('stops at the first refusal, keeps what it knows, and says so once', async () => {
  const { find, asked, problems } = createFinder();
  await find([page('a.md', '1')]);
  asked.length = 0;
  const pages = Array.from({ length: 50 }, (_, n) => page(`${n}.md`, '1'));
  const commits = await find([page('a.md', '1'), ...pages], async () => {
    throw new Error('rate limit exceeded');
  });
  expect(asked.length).toBeLessThanOrEqual(6);
  expect(commits).toEqual({ 'a.md': 'last of a.md' });
  expect(problems).toEqual(['rate limit exceeded']);
});

it('leaves out what the host does not know', async () => {
  const { find } = createFinder();
  await expect(
    find([page('a.md', '1')], async () => undefined),
  ).resolves.toEqual({});
});
