import type { DryRun } from '@atrium/plugin-scorecard-common';
import { textStyles, useEntityTitles } from '@atrium/ui';
import { t } from '../translation';
import { levelWords } from './levelWords';

/** The backend names no more than these. */
const MAX_MOVERS = 100;

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
        {t('dryRunWords.entitiesAreRatedChecksPass', {
          count: entityCount,
          pass: totals.pass,
          fail: totals.fail,
          unknown: totals.unknown,
        })}
      </p>
      {after && (
        <p className={textStyles.muted}>
          {before
            ? t('dryRunWords.levelsAndBefore', {
                levels: levelWords(after.levelCounts),
                before: levelWords(before.levelCounts),
              })
            : t('dryRunWords.levels', {
                levels: levelWords(after.levelCounts),
              })}
        </p>
      )}
      {before && teams.length === 0 && (
        <p className={textStyles.muted}>
          {t('dryRunWords.noServiceWouldChangeIts')}
        </p>
      )}
      {teams.length > 0 && (
        <>
          <p className={textStyles.muted}>
            {movers.length === MAX_MOVERS
              ? t('dryRunWords.orMoreServicesWouldChange', {
                  movers: movers.length,
                })
              : t('dryRunWords.servicesWouldChange', { count: movers.length })}
          </p>
          <ul>
            {teams.map(({ ownerRef, up, down }) => (
              <li key={ownerRef}>
                {t('dryRunWords.upDown', {
                  team: titles.get(ownerRef) ?? ownerRef,
                  up,
                  down,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
