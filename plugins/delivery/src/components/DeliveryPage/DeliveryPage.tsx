import {
  PageBody,
  PeriodPicker,
  Section,
  useEntityTitles,
  useOwnerRefs,
  usePeriod,
  LoadingState,
} from '@atrium/ui';
import { useDeliverySignals } from '../../hooks/deliveryHooks';
import { useSelection } from '../../hooks/useSelection';
import { findFirstOwner, useTeams } from '../../hooks/useTeams';
import { t } from '../../translation';
import { DoraMetrics } from '../DoraSection/DoraMetrics';
import { ExportMenu } from './ExportMenu';
import { OverviewTable } from './OverviewTable';
import { ProductionTimeline } from './ProductionTimeline';
import { SelectionBar } from './SelectionBar';
import { TeamComparison } from './TeamComparison';
import styles from './DeliveryPage.module.css';

const DEFAULT_DAYS = 30;

/** How the services stand, what happened in production, how teams deliver. */
export function DeliveryPage() {
  const { choice, period, choose } = usePeriod(DEFAULT_DAYS);
  const ownerRefs = useOwnerRefs();
  const teams = useTeams();
  const { selection, hasOwner, select } = useSelection(
    ownerRefs.data && teams.data && findFirstOwner(ownerRefs.data, teams.data),
  );
  useDeliverySignals();
  // Metrics are of one entity: of two that were chosen, the team.
  const doraRef = selection.ownerRef ?? selection.systemRef;
  const doraTitles = useEntityTitles(doraRef ? [doraRef] : []);
  const scope = doraRef
    ? doraTitles.get(doraRef) ?? doraRef
    : t('deliveryPage.theOrganisation');
  // Asking for everybody first would show it to those with a team.
  const isDecided = hasOwner || !(ownerRefs.isPending || teams.isPending);
  return (
    <PageBody>
      <div className={styles.toolbar}>
        <SelectionBar
          teams={isDecided ? teams.data?.teams ?? [] : undefined}
          selection={selection}
          ownerTitles={doraTitles}
          onSelect={select}
        />
        <PeriodPicker value={choice} onChange={choose} />
        <div className={styles.end}>
          <ExportMenu query={{ ...selection, ...period }} />
        </div>
      </div>
      <Section title={t('deliveryPage.pipelinesAndDeploymentsNow')}>
        {isDecided ? <OverviewTable selection={selection} /> : <Waiting />}
      </Section>
      <Section title={t('deliveryPage.inProductionOverTime')}>
        {isDecided ? (
          <ProductionTimeline selection={selection} period={period} />
        ) : (
          <Waiting />
        )}
      </Section>
      <Section
        title={
          isDecided
            ? t('deliveryPage.doraMetricsOf', { scope })
            : t('deliveryPage.doraMetrics')
        }
      >
        {isDecided ? (
          <DoraMetrics entityRef={doraRef} period={period} />
        ) : (
          <Waiting />
        )}
      </Section>
      <TeamComparison teams={teams} period={period} />
    </PageBody>
  );
}

/** Until it is known whose services are meant. */
function Waiting() {
  return <LoadingState height={160} />;
}
