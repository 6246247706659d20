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
        <p className={textStyles.muted}>{description ?? name}</p>
        {removedAt && (
          <StatusBadge status="warning">
            Removed on {formatDate(removedAt)}; nothing new is made by it
          </StatusBadge>
        )}
      </div>
      <ul className={styles.plans} aria-label="Plans">
        {plans.map(plan => (
          <li key={plan.name} className={styles.plan}>
            <span>
              {plan.title}
              {plans.length > 1 && plan.name === defaultPlan && (
                <span className={textStyles.muted}> by default</span>
              )}
              {plan.description && (
                <div className={textStyles.muted}>{plan.description}</div>
              )}
            </span>
            <span className={styles.price}>
              {plan.monthlyPrice
                ? formatMoney(plan.monthlyPrice)
                : 'Price not known'}
            </span>
          </li>
        ))}
      </ul>
      <FactList
        isNarrow
        facts={[
          { term: 'For', value: matchWords(definition.match) },
          { term: 'Approval', value: <Approval definition={definition} /> },
          {
            term: 'Lease',
            value: lease
              ? `${dayCountWords(lease.defaultDays)}, at most ${
                  lease.maximumDays
                }; data is kept for ${dayCountWords(lease.graceDays)} after`
              : 'No end',
          },
          {
            term: 'Quota',
            value:
              quotaPerOwner === undefined
                ? 'No limit'
                : `${quotaPerOwner} for each owner`,
          },
          { term: 'Deletion', value: DELETION_WORDS[definition.deletion] },
          { term: 'Made by', value: driverTitle ?? driver },
          {
            term: 'In use',
            value:
              definition.liveCount === 1
                ? '1 resource'
                : `${definition.liveCount} resources`,
          },
          {
            term: 'Source',
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
    <Link href={href} aria-label={`Edit ${title}`}>
      Edit
    </Link>
  ) : null;
}

function Approval({ definition }: { definition: DefinitionSummary }) {
  const { needsApproval, approverRefs } = definition;
  return needsApproval ? (
    <>
      By <Approvers refs={approverRefs} />
    </>
  ) : (
    <>Not needed</>
  );
}

/** The end of an address, which is what tells files apart. */
function fileName(source: string): string {
  return source.split('/').at(-1) ?? source;
}
