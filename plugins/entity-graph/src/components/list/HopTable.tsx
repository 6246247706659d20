import type { GraphEdge, GraphNode } from '@atrium/plugin-entity-graph-common';
import {
  costTitle,
  type DataColumn,
  DataTable,
  formatNumber,
  HEALTH_WORDS,
  kindAndType,
  MoneyText,
  Section,
  StatusBadge,
  textStyles,
  useTableSort,
} from '@atrium/ui';
import {
  EntityRefLink,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { sidesOf } from '../../graph/sidesOf';
import { t } from '../../translation';
import { ORIGIN_WORDS, ownerOf, titleOf } from '../../words/graphWords';

const HEALTH_ORDER = ['bad', 'warning', 'good', 'unknown'];

/** So many rows at once, or a phone shows a column that has no end. */
const ROWS_AT_ONCE = 25;

/** An entity with its name, which leads to its page. */
export function NodeName({ node }: { node: GraphNode }) {
  const entityLink = useEntityRefLink();
  return (
    <>
      <Link href={entityLink(node.entityRef)} className={textStyles.nowrap}>
        {titleOf(node)}
      </Link>
      <div className={`${textStyles.muted} ${textStyles.nowrap}`}>
        {kindAndType(node.kind, node.type)}
      </div>
    </>
  );
}

/** Who owns an entity. */
export function NodeOwner({ node }: { node: GraphNode }) {
  return node.ownerRef ? (
    <EntityRefLink entityRef={node.ownerRef} hideIcon title={ownerOf(node)} />
  ) : (
    <span className={textStyles.muted}>{t('hopTable.noOwner')}</span>
  );
}

/** How an entity is. */
export function NodeHealth({ node }: { node: GraphNode }) {
  const { status, text } = HEALTH_WORDS[node.facts?.health ?? 'unknown'];
  return <StatusBadge status={status}>{text}</StatusBadge>;
}

/** The columns that every table of entities of the graph has. */
export const NODE_COLUMNS = {
  name: {
    id: 'entity',
    get title() {
      return t('hopTable.entity');
    },
    sortBy: titleOf,
    cell: node => <NodeName node={node} />,
  },
  hops: {
    id: 'hops',
    get title() {
      return t('hopTable.hops');
    },
    isNumber: true,
    sortBy: ({ hops }) => hops,
    cell: ({ hops }) => hops,
  },
  owner: {
    id: 'owner',
    get title() {
      return t('hopTable.owner');
    },
    sortBy: ownerOf,
    cell: node => <NodeOwner node={node} />,
  },
  health: {
    id: 'health',
    get title() {
      return t('hopTable.health');
    },
    sortBy: ({ facts }) => HEALTH_ORDER.indexOf(facts?.health ?? 'unknown'),
    cell: node => <NodeHealth node={node} />,
  },
  version: {
    id: 'version',
    get title() {
      return t('hopTable.inProduction');
    },
    cell: ({ facts }) =>
      facts?.version ?? (
        <span className={textStyles.muted}>{t('hopTable.notKnown')}</span>
      ),
  },
} satisfies Record<string, DataColumn<GraphNode>>;

/** The column of what entities cost, in the month that it is known of. */
export function costColumn(nodes: readonly GraphNode[]): DataColumn<GraphNode> {
  return {
    id: 'cost',
    title: costTitle(nodes.map(({ facts }) => ({ cost: facts?.cost }))),
    isNumber: true,
    sortBy: ({ facts }) => Number(facts?.cost?.amount ?? -1),
    cell: ({ facts }) =>
      facts?.cost ? (
        <MoneyText {...facts.cost} />
      ) : (
        <span className={textStyles.muted}>{t('hopTable.noCost')}</span>
      ),
  };
}

/** Props of {@link HopTable}. */
export interface HopTableProps {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Without it there is one table, and no sides. */
  focusRef?: string;
}

/** The graph as tables: what something depends on and what uses it, by hops. */
export function HopTable({ edges, focusRef, nodes }: HopTableProps) {
  if (!focusRef) {
    return (
      <NodeTable
        label={t('hopTable.entities')}
        nodes={nodes}
        edges={edges}
        hasHops={false}
      />
    );
  }
  const starts = nodes.filter(({ hops }) => hops === 0);
  const startRefs = starts.map(({ entityRef }) => entityRef);
  const { dependsOn, usedBy } = sidesOf(startRefs, edges);
  // A system stands for its parts.
  const parts = starts.filter(({ entityRef }) => entityRef !== focusRef);
  const sides = [
    {
      title: t('hopTable.dependsOn'),
      found: nodes.filter(one => dependsOn.has(one.entityRef)),
    },
    {
      title: t('hopTable.usedBy'),
      found: nodes.filter(one => usedBy.has(one.entityRef)),
    },
    ...(parts.length > 0
      ? [{ title: t('hopTable.parts'), found: parts, areParts: true }]
      : []),
  ];
  return (
    <>
      {sides.map(({ title, found, areParts }) => (
        <Section key={title} title={`${title} (${formatNumber(found.length)})`}>
          {found.length > 0 ? (
            <NodeTable
              label={title}
              nodes={found}
              edges={edges}
              hasHops={!areParts}
            />
          ) : (
            <p className={textStyles.muted}>
              {t('hopTable.nothingWithinTheseHops')}
            </p>
          )}
        </Section>
      ))}
    </>
  );
}

function NodeTable(props: {
  label: string;
  nodes: GraphNode[];
  edges: GraphEdge[];
  hasHops: boolean;
}) {
  const { edges, hasHops, label, nodes } = props;
  const { sort, setSort } = useTableSort();
  const undeclared = new Set(
    edges
      .filter(({ origin }) => origin === 'observed')
      .flatMap(({ source, target }) => [source, target]),
  );
  const { name, hops, owner, health, version } = NODE_COLUMNS;
  return (
    <DataTable
      label={label}
      columns={[
        name,
        ...(hasHops ? [hops] : []),
        owner,
        health,
        version,
        costColumn(nodes),
        {
          title: t('hopTable.edges'),
          cell: ({ entityRef }) =>
            undeclared.has(entityRef) ? (
              <StatusBadge status="warning">
                {ORIGIN_WORDS.observed}
              </StatusBadge>
            ) : (
              ORIGIN_WORDS.declared
            ),
        },
      ]}
      items={nodes}
      keyOf={({ entityRef }) => entityRef}
      sort={sort}
      onSort={setSort}
      step={ROWS_AT_ONCE}
    />
  );
}
