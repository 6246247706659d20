import { useRouteRef } from '@backstage/frontend-plugin-api';
import type {
  CheckResult,
  EntityResult,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';
import {
  EmptyState,
  homeWidget,
  QueryState,
  WidgetItem,
  WidgetLink,
  WidgetList,
  WidgetNote,
  WidgetSkeleton,
} from '@atrium/ui';
import { useExemptionsToDecide } from '../../hooks/useExemptions';
import { useMyResults } from '../../hooks/useResults';
import { useScorecards } from '../../hooks/useScorecards';
import { useScorecardSignals } from '../../hooks/scorecardHooks';
import { shownLevels } from '../../rating/levels';
import { EFFORT_ORDER, nextSteps } from '../../rating/nextSteps';
import { exemptionsRouteRef, teamsRouteRef } from '../../routes';
import { t } from '../../translation';
import { EFFORT_WORDS } from '../../words/outcomeWords';
import { ResultLink } from '../shared/ResultLink';
import { titleOf } from '../../titles';

/** What the first page has room for. */
const MAX_STEPS = 5;

interface Step {
  result: EntityResult;
  check: CheckResult;
}

/** The next steps of the reader's services, and what waits for the reader. */
export function ScorecardInbox() {
  useScorecardSignals();
  const teamsHref = useRouteRef(teamsRouteRef)?.();
  return (
    <>
      <WaitingExemptions />
      <QueryState
        query={useMyResults()}
        loading={<WidgetSkeleton rows={MAX_STEPS} />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={t('scorecardInbox.noScorecardRatesYourServices')}
            description={t('scorecardInbox.whatYourTeamsOwnIs')}
          />
        }
      >
        {({ items }) => (
          <>
            <Steps results={items} />
            {teamsHref && (
              <WidgetLink href={teamsHref}>
                {t('scorecardInbox.showAllMyServices')}
              </WidgetLink>
            )}
          </>
        )}
      </QueryState>
    </>
  );
}

function WaitingExemptions() {
  const { data } = useExemptionsToDecide();
  const href = useRouteRef(exemptionsRouteRef)?.();
  return data && data.totalItems > 0 && href ? (
    <div>
      <WidgetLink href={href}>
        {t('scorecardInbox.exemptionsToDecide', { count: data.totalItems })}
      </WidgetLink>
    </div>
  ) : null;
}

/** Once it is known which levels there are: before, nothing stands between them. */
function Steps({ results }: { results: EntityResult[] }) {
  return (
    <QueryState
      query={useScorecards()}
      loading={<WidgetSkeleton rows={MAX_STEPS} />}
    >
      {({ items }) => <StepList results={results} scorecards={items} />}
    </QueryState>
  );
}

interface StepListProps {
  results: EntityResult[];
  scorecards: ScorecardSummary[];
}

function StepList({ results, scorecards }: StepListProps) {
  const steps = results
    .flatMap(result => {
      const scorecard = scorecards.find(
        ({ name }) => name === result.scorecard,
      );
      const { blocking } = nextSteps(
        result,
        shownLevels(scorecard ?? { levels: [] }),
      );
      return blocking.map((check): Step => ({ result, check }));
    })
    .sort(
      (a, b) => EFFORT_ORDER[a.check.effort] - EFFORT_ORDER[b.check.effort],
    );
  if (steps.length === 0) {
    return (
      <WidgetNote>
        {t('scorecardInbox.nothingKeepsYourServicesFrom')}
      </WidgetNote>
    );
  }
  return (
    <WidgetList>
      {steps.slice(0, MAX_STEPS).map(({ result, check }) => (
        <WidgetItem
          key={`${result.entityRef} ${result.scorecard} ${check.check}`}
          title={check.title}
          aside={<WidgetNote>{EFFORT_WORDS[check.effort]}</WidgetNote>}
        >
          <ResultLink result={result} />
          {` · ${result.scorecardTitle}`}
        </WidgetItem>
      ))}
      {steps.length > MAX_STEPS && (
        <li>
          <WidgetNote>
            {t('scorecardInbox.moreSteps', { count: steps.length - MAX_STEPS })}
          </WidgetNote>
        </li>
      )}
    </WidgetList>
  );
}

/** On the home page. */
export const scorecardInboxWidget = homeWidget(ScorecardInbox, () =>
  titleOf('widget'),
);
