import { RiMedalLine } from '@remixicon/react';
import { z } from 'zod';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { EntityResult } from '@atrium/plugin-scorecard-common';
import {
  EmptyState,
  QueryState,
  useAddressChoice,
  useAddressState,
  ViewChoice,
  ViewSkeleton,
} from '@atrium/ui';
import { EntityFindings } from '../../findings/EntityFindings';
import { useEntityResults } from '../../hooks/useResults';
import { useScorecardSignals } from '../../hooks/scorecardHooks';
import { useScorecards } from '../../hooks/useScorecards';
import { NewScorecardLink } from '../../editor/NewScorecardLink';
import { t } from '../../translation';
import { ScorecardChoice } from './ScorecardChoice';
import { ScorecardResult } from './ScorecardResult';
import styles from './entity.module.css';

const VIEWS = [
  {
    id: 'scorecards',
    get title() {
      return t('entityScorecards.levelsAndChecks');
    },
  },
  {
    id: 'findings',
    get title() {
      return t('entityScorecards.securityFindings');
    },
  },
] as const;

const addressSchema = z.object({ scorecard: z.string().optional() });

/** How an entity stands in its scorecards, and what scanners found in it. */
export function EntityScorecards() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [view, setView] = useAddressChoice('view', VIEWS);
  useScorecardSignals(entityRef);
  return (
    <div className={styles.content}>
      <ViewChoice views={VIEWS} chosen={view.id} onChoose={setView} />
      {view.id === 'findings' ? (
        <EntityFindings entityRef={entityRef} />
      ) : (
        <Standing entityRef={entityRef} />
      )}
    </div>
  );
}

/** How it stands in its scorecards, and what to do next. */
function Standing({ entityRef }: { entityRef: string }) {
  const scorecards = useScorecards();
  return (
    <>
      <QueryState
        query={useEntityResults(entityRef)}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            icon={<RiMedalLine />}
            title={t('entityScorecards.noScorecardRatesThis')}
            description={t('entityScorecards.aScorecardSaysInIts')}
          />
        }
        loading={<ViewSkeleton height={400} />}
      >
        {({ items }) => (
          // Without the levels nobody knows what comes next.
          <QueryState
            query={scorecards}
            loading={<ViewSkeleton height={400} />}
          >
            {() => <Results results={items} />}
          </QueryState>
        )}
      </QueryState>
      <NewScorecardLink entityRef={entityRef} />
    </>
  );
}

function Results({ results }: { results: EntityResult[] }) {
  const [{ scorecard }, set] = useAddressState(addressSchema);
  const chosen =
    results.find(result => result.scorecard === scorecard) ?? results[0];
  return (
    <>
      {results.length > 1 && (
        <ScorecardChoice
          results={results}
          chosen={chosen}
          onChoose={name => set({ scorecard: name }, { isNewEntry: true })}
        />
      )}
      <ScorecardResult key={chosen.scorecard} result={chosen} />
    </>
  );
}
