import { type ReactNode, useState } from 'react';
import {
  RiAlarmWarningLine,
  RiArrowGoBackLine,
  RiBellLine,
  RiCheckLine,
  RiCoinsLine,
  RiDatabase2Line,
  RiMedalLine,
  RiPlugLine,
  RiRocketLine,
} from '@remixicon/react';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityRefLink,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Button, Link } from '@backstage/ui';
import {
  formatDateTime,
  MoneyText,
  readField,
  Section,
  textStyles,
} from '@atrium/ui';
import type {
  EntityChange,
  EntitySummary,
} from '@atrium/plugin-entity-summary-common';
import { t } from '../../translation';
import { CHANGE_WORDS, changeTab, nameSources } from './changeWords';
import styles from './ChangeList.module.css';

/** So many stand there before one asks for all. */
const FIRST_COUNT = 8;

const ICONS: Record<EntityChange['kind'], ReactNode> = {
  deployment: <RiRocketLine />,
  rollback: <RiArrowGoBackLine />,
  'incident-opened': <RiAlarmWarningLine />,
  'incident-resolved': <RiCheckLine />,
  alert: <RiBellLine />,
  level: <RiMedalLine />,
  'api-version': <RiPlugLine />,
  'cost-anomaly': <RiCoinsLine />,
  provisioning: <RiDatabase2Line />,
};

/** Props of {@link ChangeList}. */
export interface ChangeListProps
  extends Pick<EntitySummary, 'changes' | 'changesUnavailable'> {
  baseHref: string;
}

/** What changed in the last 7 days, whichever plugin tells of it, newest first. */
export function ChangeList(props: ChangeListProps) {
  const { changes, changesUnavailable, baseHref } = props;
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? changes : changes.slice(0, FIRST_COUNT);
  return (
    <Section title={t('changeList.changesInTheLast7')}>
      {changesUnavailable.length > 0 && (
        <p className={textStyles.muted}>
          {t('changeList.incompleteCouldNotBeRead', {
            count: changesUnavailable.length,
            changesUnavailable: nameSources(changesUnavailable),
          })}
        </p>
      )}
      {changes.length === 0 && changesUnavailable.length === 0 && (
        <p className={textStyles.muted}>
          {t('changeList.nothingWasDeployedAndNo')}
        </p>
      )}
      {changes.length > 0 && (
        <ol className={styles.list}>
          {shown.map(change => (
            <ChangeItem
              key={[change.kind, change.at, change.title].join(' ')}
              change={change}
              baseHref={baseHref}
            />
          ))}
        </ol>
      )}
      {shown.length < changes.length && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            onPress={() => setShowsAll(true)}
          >
            {t('changeList.showAll', { changesCount: changes.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface ChangeItemProps {
  change: EntityChange;
  baseHref: string;
}

function ChangeItem({ change, baseHref }: ChangeItemProps) {
  const { kind, at, amount, entityRef, health } = change;
  const title = readField(change, 'title');
  const detail = readField(change, 'detail');
  const { entity } = useEntity();
  const hrefOf = useEntityRefLink();
  const ofKind = entityRef ? parseEntityRef(entityRef).kind : entity.kind;
  const tab = changeTab(ofKind.toLowerCase(), kind);
  const href = entityRef ? hrefOf(entityRef) : baseHref;
  return (
    <li className={styles.item} data-health={health}>
      <span className={styles.icon} aria-hidden="true">
        {ICONS[kind]}
      </span>
      <span className={styles.words}>
        <span className={styles.word}>{CHANGE_WORDS[kind]}</span>{' '}
        {tab ? <Link href={`${href}/${tab}`}>{title}</Link> : title}
        {detail && <span className={styles.detail}> {detail}</span>}
        {entityRef && (
          <span className={styles.detail}>
            {' · '}
            <EntityRefLink entityRef={entityRef} hideIcon />
          </span>
        )}
        {amount && (
          <span className={styles.detail}>
            {' '}
            {t('changeList.moreThanUsual', {
              amount: <MoneyText {...amount} />,
            })}
          </span>
        )}
      </span>
      <time className={styles.time} dateTime={at}>
        {formatDateTime(at)}
      </time>
    </li>
  );
}
