import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { DefinitionSummary } from '@atrium/plugin-provisioning-common';
import {
  FactList,
  formatDate,
  formatMoney,
  SafeLink,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { t } from '../../translation';
import { dayCountWords, DELETION_WORDS } from '../../words/leaseWords';
import { editDefinitionRouteRef } from '../../routes';
import { matchWords } from '../../words/matchWords';
import { Approvers } from '../shared/Approvers';
import styles from './definitions.module.css';

/** Props of {@link DefinitionCard}. */
export interface DefinitionCardProps {
  definition: DefinitionSummary;
  driverTitle?: string;
  /** Whether the reader may write it in the portal. */
  isWritten: boolean;
}

/** For whom a definition is, what it costs and under which rules. */
export function DefinitionCard(props: DefinitionCardProps) {
  const { definition, driverTitle, isWritten } = props;
  const { name, title, description, plans, removedAt } = definition;
  const { lease, quotaPerOwner, defaultPlan, driver } = definition;
  return (
    <article className={styles.card} aria-label={title}>
      <div>
        <div className={textStyles.ends}>
          <h3 className={styles.cardTitle}>{title}</h3>
          {isWritten && <EditLink name={name} title={title} />}
        </div>
        {description && <p className={textStyles.muted}>{description}</p>}
        {removedAt && (
          <StatusBadge status="warning">
            {t('definitionCard.removedOnNothingNewIs', {
              removedAt: formatDate(removedAt),
            })}
          </StatusBadge>
        )}
      </div>
      <ul className={styles.plans} aria-label={t('definitionCard.plans')}>
        {plans.map(plan => (
          <li key={plan.name} className={styles.plan}>
            <span>
              {plan.title}
              {plans.length > 1 && plan.name === defaultPlan && (
                <span className={textStyles.muted}>
                  {' '}
                  {t('definitionCard.byDefault')}
                </span>
              )}
              {plan.description && (
                <div className={textStyles.muted}>{plan.description}</div>
              )}
            </span>
            <span className={styles.price}>
              {plan.monthlyPrice
                ? formatMoney(plan.monthlyPrice)
                : t('definitionCard.priceNotKnown')}
            </span>
          </li>
        ))}
      </ul>
      <FactList
        isNarrow
        facts={[
          {
            term: t('definitionCard.for'),
            value: matchWords(definition.match),
          },
          {
            term: t('definitionCard.approval'),
            value: <Approval definition={definition} />,
          },
          {
            term: t('definitionCard.lease'),
            value: lease
              ? t('definitionCard.atMostDataIsKept', {
                  defaultDays: dayCountWords(lease.defaultDays),
                  maximumDays: lease.maximumDays,
                  graceDays: dayCountWords(lease.graceDays),
                })
              : t('definitionCard.noEnd'),
          },
          {
            term: t('definitionCard.quota'),
            value:
              quotaPerOwner === undefined
                ? t('definitionCard.noLimit')
                : t('definitionCard.forEachOwner', { quotaPerOwner }),
          },
          {
            term: t('definitionCard.deletion'),
            value: DELETION_WORDS[definition.deletion],
          },
          { term: t('definitionCard.madeBy'), value: driverTitle ?? driver },
          {
            term: t('definitionCard.inUse'),
            value: t('definitionCard.resources', {
              count: definition.liveCount,
            }),
          },
          {
            term: t('definitionCard.source'),
            value: (
              <SafeLink href={definition.source}>
                {fileName(definition.source)}
              </SafeLink>
            ),
          },
        ]}
      />
    </article>
  );
}

function EditLink({ name, title }: { name: string; title: string }) {
  const href = useRouteRef(editDefinitionRouteRef)?.({ definition: name });
  return href ? (
    <Link href={href} aria-label={t('definitionCard.edit', { title })}>
      {t('definitionCard.edit2')}
    </Link>
  ) : null;
}

function Approval({ definition }: { definition: DefinitionSummary }) {
  const { needsApproval, approverRefs } = definition;
  return needsApproval ? (
    <>
      {t('definitionCard.by', { approvers: <Approvers refs={approverRefs} /> })}
    </>
  ) : (
    <>{t('definitionCard.notNeeded')}</>
  );
}

/** The end of an address, which is what tells files apart. */
function fileName(source: string): string {
  return source.split('/').at(-1) ?? source;
}
