import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Skeleton } from '@backstage/ui';
import type { Unallocated } from '@atrium/plugin-cost-common';
import {
  countWords,
  type DataColumn,
  DataTable,
  EmptyState,
  formatNumber,
  formatPercent,
  ListBar,
  MoneyText,
  StatusBadge,
  textStyles,
  useAddressChoice,
  ViewChoice,
} from '@atrium/ui';
import { duringWords } from '../../days/costDays';
import { isZero } from '../../money/amounts';
import { shareOf } from '../../money/shareOf';
import {
  useAllocation,
  useProposalRight,
  useUnallocated,
} from '../../hooks/useAllocation';
import { editAllocationRouteRef } from '../../routes';
import { ruleWords } from '../../words/ruleWords';
import { ChargesLink } from '../shared/ChargesLink';
import { CostQuery } from '../shared/CostQuery';
import { FreshnessLine } from '../shared/FreshnessLine';
import styles from '../shared/shared.module.css';
import { suggestedRule } from './suggestedRule';

type Item = Unallocated['items'][number];

const VIEWS = [
  { id: 'resource', title: 'Resources' },
  { id: 'tag', title: 'Tags' },
  { id: 'service', title: 'Services' },
  { id: 'subAccount', title: 'Sub-accounts' },
] as const;

/** What no rule gives to anybody, largest first, and what would change that. */
export function UnallocatedPage() {
  const [by, setBy] = useAddressChoice('by', VIEWS);
  const unallocated = useUnallocated({ by: by.id });
  return (
    <>
      <ViewChoice
        label="Listed by"
        views={VIEWS}
        chosen={by.id}
        onChoose={setBy}
      />
      <CostQuery
        query={unallocated}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title="Everything has an owner"
            description={
              by.id === 'tag'
                ? 'No unallocated charge has a tag.'
                : 'Rules give every charge of this month to somebody.'
            }
          />
        }
        loading={<Skeleton width="100%" height={480} />}
      >
        {data => (
          <>
            <Loudly unallocated={data} />
            <FreshnessLine {...data} />
            <ListBar
              summary={countWords(
                data.items.length,
                by.title.toLocaleLowerCase('en').replace(/s$/, ''),
              )}
            >
              <ChargesLink scope={{ ...data.period, isUnallocated: true }} />
            </ListBar>
            <Queue unallocated={data} what={by.title} />
          </>
        )}
      </CostQuery>
    </>
  );
}

function Loudly({ unallocated }: { unallocated: Unallocated }) {
  const { total, organizationTotal, currency, period } = unallocated;
  const share = shareOf(total, organizationTotal);
  return (
    <p className={textStyles.line}>
      <StatusBadge status={isZero(total) ? 'good' : 'warning'}>
        Unallocated
      </StatusBadge>
      <span>
        <strong>
          <MoneyText amount={total} currency={currency} />
        </strong>{' '}
        {duringWords(period)} belongs to nobody
        {share !== undefined &&
          `: ${formatPercent(share)} of what everything costs`}
      </span>
    </p>
  );
}

function Queue(props: { unallocated: Unallocated; what: string }) {
  const { unallocated, what } = props;
  const { items, currency, total } = unallocated;
  const editor = useRouteRef(editAllocationRouteRef)?.();
  const { isAllowed } = useProposalRight(useAllocation().data?.entityRef);
  const columns: DataColumn<Item>[] = [
    {
      title: what.replace(/s$/, ''),
      cell: ({ label, serviceName, provider, resourceId }) => (
        <span className={styles.stack}>
          <span className={styles.clamped} title={label}>
            {label}
          </span>
          <span className={textStyles.muted}>
            {[serviceName, provider].filter(Boolean).join(' · ')}
          </span>
          {resourceId && resourceId !== label && (
            <span
              className={`${textStyles.muted} ${styles.clamped}`}
              title={resourceId}
            >
              {resourceId}
            </span>
          )}
        </span>
      ),
    },
    {
      title: 'Cost',
      isNumber: true,
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
    {
      title: 'Share',
      isNumber: true,
      cell: ({ amount }) => {
        const share = shareOf(amount, total);
        return share === undefined ? 'Not known' : formatPercent(share);
      },
    },
    {
      title: 'Resources',
      isNumber: true,
      cell: ({ resourceCount }) => formatNumber(resourceCount),
    },
    {
      title: 'What would allocate it',
      cell: ({ suggestion, hint }) =>
        suggestion ? (
          <span className={styles.stack}>
            {ruleWords(suggestion)}
            {hint && <span className={textStyles.muted}>{hint}</span>}
          </span>
        ) : (
          <span className={textStyles.muted}>
            Nothing hints at an owner; say who it is
          </span>
        ),
    },
    ...(editor && isAllowed
      ? [
          {
            title: 'Next',
            cell: (item: Item) => (
              <ButtonLink
                variant="secondary"
                size="small"
                aria-label={`Allocate ${item.label}`}
                href={`${editor}?${new URLSearchParams({
                  rule: JSON.stringify(suggestedRule(item)),
                })}`}
              >
                Allocate
              </ButtonLink>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label="Unallocated cost"
      columns={columns}
      items={items}
      keyOf={({ match, label }) => `${label} ${JSON.stringify(match)}`}
    />
  );
}
