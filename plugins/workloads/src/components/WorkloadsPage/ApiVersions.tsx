import { EmptyState, Section } from '@atrium/ui';
import type { WorkloadSummary } from '@atrium/plugin-workloads-common';
import { DeprecatedObjectTable } from './DeprecatedObjectTable';
import { DeprecationTable } from './DeprecationTable';

/** The deprecated API versions in use, and what to use instead. */
export function ApiVersions({ summary }: { summary: WorkloadSummary }) {
  const { deprecations, deprecatedObjects = [] } = summary;
  if (deprecations.length === 0 && deprecatedObjects.length === 0) {
    return (
      <EmptyState
        title="No deprecated API version is in use"
        description="What was applied by a version that Kubernetes gives up shows here, with the one to use."
      />
    );
  }
  return (
    <>
      {deprecations.length > 0 && (
        <Section title="Of workloads">
          <DeprecationTable deprecations={deprecations} />
        </Section>
      )}
      {deprecatedObjects.length > 0 && (
        <Section title="Of ingresses and autoscalers">
          <DeprecatedObjectTable objects={deprecatedObjects} />
        </Section>
      )}
    </>
  );
}
