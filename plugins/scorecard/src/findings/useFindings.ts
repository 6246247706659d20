import { usePermission } from '@backstage/plugin-permission-react';
import {
  type FindingQuery,
  type FindingToolQuery,
  scorecardFindingSuppressPermission,
  type SuppressFinding,
} from '@atrium/plugin-scorecard-common';
import { MAX_PAGE_SIZE } from '@atrium/common';
import type { PackageQuery } from '../api/ScorecardApi';
import {
  useScorecardMutation,
  useScorecardPages,
  useScorecardQuery,
} from '../hooks/scorecardHooks';

const PAGE_SIZE = 50;

/** Findings that fit a query, worst first, page after page. */
export const useFindingPages = (query: FindingQuery) =>
  useScorecardPages(['findings', 'pages', query], (api, cursor) =>
    api.listFindings({ ...query, limit: PAGE_SIZE, cursor }),
  );

/** How many findings fit a query by severity, whichever it asks for. */
export const useSeverityCounts = (query: FindingQuery) =>
  useScorecardQuery(
    ['findings', 'counts', { ...query, severity: undefined }],
    async (api, context) => {
      const page = await api.listFindings({ ...query, limit: 1 }, context);
      return page.severityCounts;
    },
  );

/** One finding with what each tool says, and what happened to it. */
export const useFinding = (id: string) =>
  useScorecardQuery(['finding', id], api => api.getFinding(id), {
    placeholderData: undefined,
  });

/** What each tool last looked at in an entity. */
export const useFindingScans = (entityRef: string) =>
  useScorecardQuery(['finding-scans', entityRef], api =>
    api.listFindingScans({ entityRef: [entityRef], limit: MAX_PAGE_SIZE }),
  );

/** The tools that looked at what a list is about, whatever else narrows it. */
export const useFindingTools = (query: FindingToolQuery) =>
  useScorecardQuery(['finding-tools', query], api =>
    api.listFindingTools(query),
  );

/** Has a finding not count for a while. */
export const useSuppressFinding = (id: string) =>
  useScorecardMutation((api, input: SuppressFinding) =>
    api.suppressFinding(id, input),
  );

/** Has it count again. */
export const useEndSuppression = (id: string) =>
  useScorecardMutation(api => api.endSuppression(id));

/** Whether the reader may have findings of an entity not count. */
export function useSuppressionRight(resourceRef: string) {
  const { allowed, loading } = usePermission({
    permission: scorecardFindingSuppressPermission,
    resourceRef,
  });
  return { isAllowed: allowed, isPending: loading };
}

/** Who uses a package, page after page. */
export const usePackageUsers = (query: PackageQuery) =>
  useScorecardPages(['packages', query], (api, cursor) =>
    api.listComponents({ ...query, limit: PAGE_SIZE, cursor }),
  );
