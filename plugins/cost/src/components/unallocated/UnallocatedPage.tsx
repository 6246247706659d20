import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { Unallocated, UnallocatedHint } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatNumber,
  formatShare,
  ListBar,
  MoneyText,
  QueryState,
  StatusBadge,
  textStyles,
  useAddressChoice,
  ViewChoice,
  ViewSkeleton,
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
import { t } from '../../translation';
import { matchWords } from '../../words/ruleWords';
import { ChargesLink } from '../shared/ChargesLink';
import { FreshnessLine } from '../shared/FreshnessLine';
import styles from '../shared/shared.module.css';
import { TargetName } from '../shared/TargetName';
import { suggestedRule } from './suggestedRule';

type Item = Unallocated['items'][number];

const VIEWS = [
  {
    id: 'resource',
    get title() {
      return t('unallocatedPage.resources');
    },
    get one() {
      return t('unallocatedPage.resource');
    },
    count: (count: number) => t('unallocatedPage.resourcesCount', { count }),
  },
  {
    id: 'tag',
    get title() {
      return t('unallocatedPage.tags');
    },
    get one() {
      return t('unallocatedPage.tag');
    },
    count: (count: number) => t('unallocatedPage.tagsCount', { count }),
  },
  {
    id: 'service',
    get title() {
      return t('unallocatedPage.services');
    },
    get one() {
      return t('unallocatedPage.service');
    },
    count: (count: number) => t('unallocatedPage.servicesCount', { count }),
  },
  {
    id: 'subAccount',
    get title() {
      return t('unallocatedPage.subAccounts');
    },
    get one() {
      return t('unallocatedPage.subAccount');
    },
    count: (count: number) => t('unallocatedPage.subAccountsCount', { count }),
  },
] as const;

/** What no rule gives to anybody, largest first, and what would change that. */
export function UnallocatedPage() {
  const [by, setBy] = useAddressChoice('by', VIEWS);
  const unallocated = useUnallocated({ by: by.id });
  return (
    <>
      <ViewChoice
        label={t('unallocatedPage.listedBy')}
        views={VIEWS}
        chosen={by.id}
        onChoose={setBy}
      />
      <QueryState
        query={unallocated}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={t('unallocatedPage.everythingHasAnOwner')}
            description={
              by.id === 'tag'
                ? t('unallocatedPage.noUnallocatedChargeHasA')
                : t('unallocatedPage.rulesGiveEveryChargeOf')
            }
          />
        }
        loading={<ViewSkeleton height={480} />}
      >
        {data => (
          <>
            <Loudly unallocated={data} />
            <FreshnessLine {...data} />
            <ListBar summary={by.count(data.items.length)}>
              <ChargesLink scope={{ ...data.period, isUnallocated: true }} />
            </ListBar>
            <Queue unallocated={data} what={by.one} />
          </>
        )}
      </QueryState>
    </>
  );
}

function Loudly({ unallocated }: { unallocated: Unallocated }) {
  const { total, organizationTotal, currency, period } = unallocated;
  const share = shareOf(total, organizationTotal);
  const words = duringWords(period);
  const amount = (
    <strong>
      <MoneyText amount={total} currency={currency} />
    </strong>
  );
  return (
    <p className={textStyles.line}>
      <StatusBadge status={isZero(total) ? 'good' : 'warning'}>
        {t('unallocatedPage.unallocated')}
      </StatusBadge>
      <span>
        {share === undefined
          ? t('unallocatedPage.belongsToNobody', { amount, period: words })
          : t('unallocatedPage.shareBelongsToNobody', {
              amount,
              period: words,
              share: formatShare(share),
            })}
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
      title: what,
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
      title: t('unallocatedPage.cost'),
      isNumber: true,
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
    {
      title: t('unallocatedPage.share'),
      isNumber: true,
      cell: ({ amount }) => {
        const share = shareOf(amount, total);
        return share === undefined
          ? t('unallocatedPage.notKnown')
          : formatShare(share);
      },
    },
    {
      title: t('unallocatedPage.resources'),
      isNumber: true,
      cell: ({ resourceCount }) => formatNumber(resourceCount),
    },
    {
      title: t('unallocatedPage.whatWouldAllocateIt'),
      cell: ({ suggestion, hint }) =>
        suggestion ? (
          <span className={styles.stack}>
            <span>
              {t('ruleWords.whereTo', {
                match: matchWords(suggestion.match),
                target: <TargetName to={suggestion.to} />,
              })}
            </span>
            {hint && (
              <span className={textStyles.muted}>{hintWords(hint)}</span>
            )}
          </span>
        ) : (
          <span className={textStyles.muted}>
            {t('unallocatedPage.nothingHintsAtAnOwner')}
          </span>
        ),
    },
    ...(editor && isAllowed
      ? [
          {
            title: t('unallocatedPage.next'),
            cell: (item: Item) => (
              <ButtonLink
                variant="secondary"
                size="small"
                aria-label={t('unallocatedPage.allocate', {
                  label: item.label,
                })}
                href={`${editor}?${new URLSearchParams({
                  rule: JSON.stringify(suggestedRule(item)),
                })}`}
              >
                {t('unallocatedPage.allocate2')}
              </ButtonLink>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={t('unallocatedPage.unallocatedCost')}
      columns={columns}
      items={items}
      keyOf={({ match, label }) => `${label} ${JSON.stringify(match)}`}
    />
  );
}

/** Why an entity is suggested, in words. */
function hintWords({ by, value }: UnallocatedHint): string {
  switch (by) {
    case 'tag':
      return t('unallocatedPage.hintTag', { tag: value });
    case 'namespace':
      return t('unallocatedPage.hintNamespace', { namespace: value });
    case 'resource-name':
      return t('unallocatedPage.hintResourceName');
    case 'resource-word':
      return t('unallocatedPage.hintResourceWord', { word: value });
    default:
      return by;
  }
}
