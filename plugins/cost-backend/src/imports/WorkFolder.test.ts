import { freezeTime } from '@atrium/backend-common/testUtils';
import { stat, utimes } from 'node:fs/promises';
import {
  createWorkFolder,
  removeLeftFolders,
  removeWorkFolder,
} from './WorkFolder';

afterEach(() => jest.useRealTimers());

it('removes what was left a day ago, and nothing that others work on', async () => {
  const left = await createWorkFolder();
  const dayAgo = (await stat(left)).mtimeMs / 1_000 - 25 * 3_600;
  await utimes(left, dayAgo, dayAgo);
  const used = await createWorkFolder();

  // The clock of this process is years ahead of that of the disk.
  freezeTime('2999-01-01T00:00:00Z');
  await removeLeftFolders();

  await expect(stat(left)).rejects.toThrow('ENOENT');
  expect((await stat(used)).isDirectory()).toBe(true);
  await removeWorkFolder(used);
});
