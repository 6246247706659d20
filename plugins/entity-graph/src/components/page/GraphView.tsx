import {
  MAX_NODES,
  type Neighbourhood,
} from '@atrium/plugin-entity-graph-common';
import { EmptyState, formatNumber, ListBar, QueryState } from '@atrium/ui';
import { Alert, Button } from '@backstage/ui';
import { RiNodeTree } from '@remixicon/react';
import type { ChangeAddress, GraphAddress } from '../../hooks/useGraphAddress';
import { useNeighbourhood } from '../../hooks/useGraphReads';
import { t } from '../../translation';
import { HopTable } from '../list/HopTable';
import { MapView } from '../map/MapView';
import { GraphFilters } from './GraphFilters';
import { GraphSkeleton } from './GraphSkeleton';

/** Props of {@link GraphView}. */
export interface GraphViewProps {
  address: GraphAddress;
  onChange: ChangeAddress;
  focusRef: string | undefined;
  /** Whether one chooses what the graph begins with. */
  canFocus: boolean;
  isMap: boolean;
}

/** What is around an entity, or everything, as a map or as a table. */
export function GraphView(props: GraphViewProps) {
  const { address, canFocus, focusRef, isMap, onChange } = props;
  const { direction, hops, kind, open, origin, owner, system } = address;
  const graph = useNeighbourhood({
    entityRef: focusRef,
    ...(focusRef
      ? { hops, direction }
      : { ownerRef: owner, systemRef: system }),
    origin,
    ...(kind.length > 0 && { kind }),
    limit: MAX_NODES,
  });
  return (
    <>
      <GraphFilters
        address={address}
        onChange={onChange}
        canFocus={canFocus}
        hasFocus={focusRef !== undefined}
        isMap={isMap}
      />
      <QueryState
        query={graph}
        isEmpty={({ nodes }) => nodes.length === 0}
        empty={
          <EmptyState
            icon={<RiNodeTree />}
            title={t('graphView.nothingFitsTheseFilters')}
            description={t('graphView.removeAFilterOrLook')}
          />
        }
        loading={
          <GraphSkeleton isMap={isMap} hasFocus={focusRef !== undefined} />
        }
      >
        {data => (
          <>
            {data.facts === 'unavailable' && (
              <Alert
                status="warning"
                title={t('graphView.healthLevelsAndCostAre')}
                description={t('graphView.dependenciesAreShownWithoutThem')}
              />
            )}
            <ListBar summary={describeSize(data)}>
              {open.length > 0 && isMap && (
                <Button
                  variant="secondary"
                  size="small"
                  onPress={() => onChange({ open: [], selected: undefined })}
                >
                  {t('graphView.closeGroups')}
                </Button>
              )}
            </ListBar>
            {isMap ? (
              <MapView
                graph={data}
                focusRef={focusRef}
                address={address}
                onChange={onChange}
                canFocus={canFocus}
              />
            ) : (
              <HopTable
                nodes={data.nodes}
                edges={data.edges}
                focusRef={focusRef}
              />
            )}
          </>
        )}
      </QueryState>
    </>
  );
}

function describeSize({ edges, leftOut, nodes }: Neighbourhood): string {
  const size = [
    t('graphView.entities', { count: nodes.length }),
    t('graphView.dependencies', { count: edges.length }),
  ].join(', ');
  return leftOut > 0
    ? t('graphView.moreAreNotShown', { size, leftOut: formatNumber(leftOut) })
    : size;
}
