import type { BenchRun } from '../plugin/runPluginBench.ts';
import type { FaultsWorld } from './FaultsWorld.ts';
import { PERSON } from './portalFiles.ts';
import type { Replica } from './Replica.ts';
import { startAndDie } from './startAndDie.ts';
import { waitFor } from './waitFor.ts';

/**
 * Before the run is stored; once it is claimed; between a step and noting it;
 * before a repository is made, before that is noted, and after the push; once
 * the catalog has it, before the end is noted; before and after its person is
 * told.
 */
export const RUN_POINTS: string[][] = [
  ['scaffolder.run.1'],
  ['scaffolder.run.2'],
  ['scaffolder.run.3'],
  ['scaffolder.run.4'],
  ['scaffolder.run.5'],
  ['scaffolder.run.6'],
  ['scaffolder.run.7'],
  ['scaffolder.run.8'],
  ['scaffolder.run.9'],
];

/** Where a repository is made, and has no content. */
export const QUICK_RUN_POINTS = [['scaffolder.run.5']];

const END_SECONDS = 120;

/** The rig's token is a service's; a run has a person who waits for it. */
const GIVE_RUNS_A_PERSON = `
  CREATE OR REPLACE FUNCTION scaffolder.give_person() RETURNS trigger AS $$
    BEGIN NEW.created_by := '${PERSON}'; RETURN NEW; END
  $$ LANGUAGE plpgsql;
  CREATE OR REPLACE TRIGGER give_person BEFORE INSERT ON scaffolder.tasks
    FOR EACH ROW EXECUTE FUNCTION scaffolder.give_person()`;

const FIND_RUN = `
  SELECT id, status, (
    SELECT body::json -> 'error' ->> 'message' FROM scaffolder.task_events e
    WHERE e.task_id = t.id AND event_type = 'completion' ORDER BY e.id DESC LIMIT 1
  ) AS reason, (
    SELECT count(*)::int FROM notifications.notification n
    WHERE n.scope = 'scaffolder-run:' || t.id::text
  ) AS notices
  FROM scaffolder.tasks t WHERE t.spec::json -> 'parameters' ->> 'name' = $1`;

interface RunRow {
  id: string;
  status: string;
  reason: string | null;
  notices: number;
}

/**
 * Kills a backend during runs of a golden path. Each run ends, completed or
 * failed with its reason, leaves no repository without its content, and its
 * person is told once.
 */
export async function killRuns(
  world: FaultsWorld,
  { points, run }: { points: string[][]; run: BenchRun },
): Promise<void> {
  await world.pool.query(GIVE_RUNS_A_PERSON);
  const problems: string[] = [];
  const endings: number[] = [];
  for (const kills of points) {
    const names = kills.join(', ');
    await run.progress.step(`Killed at ${names}`, async () => {
      const name = `made-${kills[0].replaceAll('.', '-')}`;
      for (const point of kills) {
        await startAndDie(world, {
          point,
          work: replica => startRun(world, { replica, name }),
        });
      }
      const start = performance.now();
      const found = await recover(world, name);
      endings.push((performance.now() - start) / 1_000);
      problems.push(...found.map(problem => `${names}: ${problem}`));
    });
  }
  run.results.push(
    {
      name: 'points that a backend was killed at during runs of templates',
      value: points.flat().length,
      unit: '',
    },
    {
      name: 'runs without an end, repositories left half made, people not told once',
      value: problems.length,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'from the kill until a run had ended and its person was told',
      value: Math.max(...endings),
      unit: 's',
      limit: { kind: 'at most', value: END_SECONDS },
    },
  );
  run.remarks.push(...problems);
}

/** Starts a backend, and looks at what becomes of the run. */
async function recover(world: FaultsWorld, name: string): Promise<string[]> {
  const isStored = (await findRun(world, name)) !== undefined;
  const wasMade = (await world.repositories.read(name)) !== undefined;
  const replica = world.startReplica(world.ports.replicas[0]);
  await replica.waitUntilReady();
  // Who got no answer tries again.
  await startRun(world, { replica, name });
  await waitFor(
    `the end of the run '${name}'`,
    async () => ((await findRun(world, name))?.notices ?? 0) > 0,
    END_SECONDS,
  );
  const { rows } = await world.pool.query<RunRow>(FIND_RUN, [name]);
  await replica.stop('SIGKILL');
  const content = await world.repositories.read(name);
  return [
    ...(wasMade && !isStored ? ['made a repository for no run'] : []),
    ...(rows.length === 1 ? [] : [`there are ${rows.length} runs`]),
    ...rows.flatMap(({ status, reason, notices }) => [
      ...(status === 'completed' || (status === 'failed' && reason)
        ? []
        : [`the run is '${status}' without a reason`]),
      ...(notices === 1 ? [] : [`its person was told ${notices} times`]),
      ...(status === 'completed' && !content ? ['made no repository'] : []),
      ...(content && !isWhole(content) && !reason?.includes(name)
        ? [`left a repository with ${content.commitCount} commits`]
        : []),
    ]),
  ];
}

function isWhole({
  commitCount,
  files,
}: {
  commitCount: number;
  files: string[];
}) {
  return commitCount === 1 && files.includes('catalog-info.yaml');
}

async function findRun(
  { pool }: FaultsWorld,
  name: string,
): Promise<RunRow | undefined> {
  const { rows } = await pool.query<RunRow>(FIND_RUN, [name]);
  return rows[0];
}

/** Asks for the service, unless somebody has already. */
async function startRun(
  world: FaultsWorld,
  { replica, name }: { replica: Replica; name: string },
): Promise<void> {
  if (await findRun(world, name)) {
    return;
  }
  const { headers, repositories } = world;
  const answer = await fetch(`${replica.url}/api/scaffolder/v2/tasks`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      templateRef: 'template:default/node-service',
      values: {
        name,
        owner: 'group:default/team-payments',
        repoUrl: `${repositories.host}?owner=acme&repo=${name}`,
      },
    }),
  });
  if (!answer.ok) {
    throw new Error(`The run was refused: ${await answer.text()}`);
  }
}
