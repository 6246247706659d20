import { useSearchParams } from 'react-router-dom';
import { Container, Select } from '@backstage/ui';
import { useDeliverySignals } from '../../hooks/useDeliverySignals';
import { useOwnGroups } from '../../hooks/useOwnGroups';
import { useTeams } from '../../hooks/useTeams';
import { Section } from '../shared/Section';
import { OverviewTable } from './OverviewTable';
import { TeamComparison } from './TeamComparison';
import styles from './DeliveryPage.module.css';

const EVERYBODY = 'all';

/** How the services stand, worst first, and how the teams deliver. */
export function DeliveryPage() {
  const [params, setParams] = useSearchParams();
  const ownGroups = useOwnGroups();
  const teams = useTeams();
  useDeliverySignals();
  const chosen = params.get('owner') ?? ownGroups.data?.[0] ?? EVERYBODY;
  const choices = [
    { value: EVERYBODY, label: 'All teams' },
    ...(teams.data ?? []).map(({ entityRef, title }) => ({
      value: entityRef,
      label: title,
    })),
  ];
  return (
    <Container className={styles.page}>
      <Section
        title="Pipelines and deployments"
        tools={
          <Select
            aria-label="Team"
            size="small"
            options={choices}
            value={chosen}
            onChange={value =>
              setParams(
                { owner: String(value ?? EVERYBODY) },
                { replace: true },
              )
            }
          />
        }
      >
        {/* Asking for everybody first would show it to those with a team. */}
        {!ownGroups.isPending && (
          <OverviewTable ownerRef={chosen === EVERYBODY ? undefined : chosen} />
        )}
      </Section>
      <TeamComparison teams={teams} />
    </Container>
  );
}
