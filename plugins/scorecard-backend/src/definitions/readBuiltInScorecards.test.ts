import { parseScorecards } from '@atrium/plugin-scorecard-common';
import { readBuiltInScorecards } from './readBuiltInScorecards';

const read = async (owner?: string) =>
  [...(await readBuiltInScorecards(owner))].flatMap(([source, content]) => {
    const { problems, scorecards } = parseScorecards(content, source);
    expect(problems).toEqual([]);
    return scorecards.map(({ definition }) => definition);
  });

describe('readBuiltInScorecards', () => {
  it('reads three, of the platform team', async () => {
    const scorecards = await read();
    expect(
      scorecards.map(({ metadata, spec }) => [metadata.name, spec.owner]),
    ).toEqual([
      ['operational-excellence', 'group:default/platform-team'],
      ['production-readiness', 'group:default/platform-team'],
      ['security', 'group:default/platform-team'],
    ]);
  });

  it('gives them to another group, and leaves the rest as it is', async () => {
    const owner = 'group:default/enablement';
    expect(await read(owner)).toEqual(
      (await read()).map(one => ({ ...one, spec: { ...one.spec, owner } })),
    );
  });
});
