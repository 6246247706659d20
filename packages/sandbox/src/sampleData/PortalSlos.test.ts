import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PortalSlos } from './PortalSlos.ts';

const signal = new AbortController().signal;

it('reads an SLO at once that is new or was changed, and each again after an hour', async () => {
  let ids = ['a', 'b'];
  let nowMs = Date.UTC(2027, 2, 16);
  let target = 0.99;
  const asked: string[] = [];
  const slos = new PortalSlos(
    {
      async request(path) {
        asked.push(path.replace(/^\/api\/slo\/slos/, ''));
        return path.includes('?')
          ? {
              items: ids.map(id => ({
                id,
                objectives: [
                  { objectiveId: 'fast', target: id === 'a' ? target : 0.99 },
                ],
                sourceTypes: [],
              })),
            }
          : { id: path.at(-1), definition: { objectives: [] } };
      },
    },
    { now: () => nowMs },
  );
  const list = async () => {
    asked.length = 0;
    const all = await slos.list(signal);
    return all.map(({ id }) => id);
  };

  assert.deepEqual(await list(), ['a', 'b']);
  assert.deepEqual(asked, ['?limit=200', '/a', '/b']);
  target = 0.999;
  assert.deepEqual(await list(), ['a', 'b']);
  assert.deepEqual(asked, ['?limit=200', '/a']);
  ids = ['b', 'c'];
  nowMs += 3_599_000;
  assert.deepEqual(await list(), ['b', 'c']);
  assert.deepEqual(asked, ['?limit=200', '/c']);
  nowMs += 1_000;
  assert.deepEqual(await list(), ['b', 'c']);
  assert.deepEqual(asked, ['?limit=200', '/b']);
});
