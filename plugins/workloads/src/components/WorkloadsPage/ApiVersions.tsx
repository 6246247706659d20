import { EmptyState, Section } from '@atrium/ui';
import type { WorkloadSummary } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';
import { DeprecatedObjectTable } from './DeprecatedObjectTable';
import { DeprecationTable } from './DeprecationTable';

/** The deprecated API versions in use, and what to use instead. */
export function ApiVersions({ summary }: { summary: WorkloadSummary }) {
  const { deprecations, deprecatedObjects = [] } = summary;
  if (deprecations.length === 0 && deprecatedObjects.length === 0) {
    return (
      <EmptyState
        title={t('apiVersions.noDeprecatedApiVersionIs')}
        description={t('apiVersions.whatWasAppliedByA')}
      />
    );
  }
  return (
    <>
      {deprecations.length > 0 && (
        <Section title={t('apiVersions.ofWorkloads')}>
          <DeprecationTable deprecations={deprecations} />
        </Section>
      )}
      {deprecatedObjects.length > 0 && (
        <Section title={t('apiVersions.ofIngressesAndAutoscalers')}>
          <DeprecatedObjectTable objects={deprecatedObjects} />
        </Section>
      )}
    </>
  );
}
