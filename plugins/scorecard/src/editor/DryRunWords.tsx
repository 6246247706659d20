import type { DryRun } from '@atrium/plugin-scorecard-common';
import { formatNumber, textStyles, useEntityTitles } from '@atrium/ui';
import { levelWords } from './levelWords';

/** Props of {@link DryRunWords}. */
export interface DryRunWordsProps {
  dryRun: DryRun;
}

/** What would come of a scorecard, in a few sentences. */
export function DryRunWords({ dryRun }: DryRunWordsProps) {
  const { entityCount, before, after, teams, movers } = dryRun;
  const titles = useEntityTitles(teams.map(({ ownerRef }) => ownerRef));
  const totals = dryRun.checks.reduce(
    (sum, { pass, fail, unknown }) => ({
      pass: sum.pass + pass,
      fail: sum.fail + fail,
      unknown: sum.unknown + unknown,
    }),
    { pass: 0, fail: 0, unknown: 0 },
  );
  return (
    <div>
      <p className={textStyles.text}>
        {entityCount === 1
          ? 'One entity is rated'
          : `${formatNumber(entityCount)} entities are rated`}
        : {formatNumber(totals.pass)} checks pass, {formatNumber(totals.fail)}{' '}
        fail, {formatNumber(totals.unknown)} are unknown.
      </p>
      {after && (
        <p className={textStyles.muted}>
          Levels: {levelWords(after.levelCounts)}
          {before && `; as published: ${levelWords(before.levelCounts)}`}.
        </p>
      )}
      {before && teams.length === 0 && (
        <p className={textStyles.muted}>No service would change its level.</p>
      )}
      {teams.length > 0 && (
        <>
          <p className={textStyles.muted}>
            {formatNumber(movers.length)}
            {movers.length === 100 && ' or more'} services would change their
            level:
          </p>
          <ul>
            {teams.map(({ ownerRef, up, down }) => (
              <li key={ownerRef}>
                {titles.get(ownerRef) ?? ownerRef}: {formatNumber(up)} up,{' '}
                {formatNumber(down)} down
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
