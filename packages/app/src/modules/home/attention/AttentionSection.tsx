import { useState } from 'react';
import type {
  Attention,
  AttentionItem,
} from '@atrium/plugin-entity-summary-common';
import { Button, Link, Skeleton } from '@backstage/ui';
import {
  QueryState,
  RelativeTime,
  Section,
  type Status,
  StatusBadge,
  textStyles,
  readField,
  addBackendMessages,
} from '@atrium/ui';
import { workloadMessages } from '@atrium/plugin-workloads-common';
import { RiCheckboxCircleLine, RiQuestionLine } from '@remixicon/react';
import { t } from '../../../translation';
import { useAttention } from '../api/homeHooks';
import { KIND_ICONS } from './kindIcons';
import { attentionWords, unavailableWords } from './attentionWords';
import { dueWords } from './dueWords';
import { MAX_ROWS, useKeptRows } from './useKeptRows';
import styles from './AttentionSection.module.css';

// What waits is told by the backends of plugins, whose pages may not be loaded.
addBackendMessages(workloadMessages);

const STATUS: Record<AttentionItem['severity'], Status> = {
  bad: 'bad',
  warning: 'warning',
  info: 'neutral',
};

/** What waits for the person, most urgent first. */
export function AttentionSection() {
  const query = useAttention();
  const [isWhole, setIsWhole] = useState(false);
  const items = query.data?.items ?? [];
  const rows = useKeptRows(query.data?.items.length);
  return (
    <Section
      title={t('attentionSection.needsYou')}
      tools={
        items.length > MAX_ROWS && (
          <Button
            variant="tertiary"
            size="small"
            aria-expanded={isWhole}
            onPress={() => setIsWhole(!isWhole)}
          >
            {isWhole
              ? t('attentionSection.showFewer')
              : t('attentionSection.showAll', { itemsCount: items.length })}
          </Button>
        )
      }
    >
      <div className={styles.card} data-rows={rows}>
        <QueryState query={query} loading={<LoadingRows rows={rows} />}>
          {attention => <AttentionList attention={attention} all={isWhole} />}
        </QueryState>
      </div>
    </Section>
  );
}

function AttentionList(props: { attention: Attention; all: boolean }) {
  const { items, totalItems, unavailable } = props.attention;
  const left = totalItems - items.length;
  return (
    <>
      {items.length === 0 ? (
        <Calm isSure={unavailable.length === 0} />
      ) : (
        <ul className={styles.list}>
          {items
            .slice(0, props.all ? undefined : MAX_ROWS)
            .map((item, index) => (
              <AttentionRow
                // Two objectives of one SLO may burn under the same title.
                key={`${item.kind} ${item.targetId} ${index}`}
                item={item}
              />
            ))}
        </ul>
      )}
      {props.all && left > 0 && (
        <p className={styles.note}>
          {t('attentionSection.moreNotListed', { number: left })}
        </p>
      )}
      {unavailable.length > 0 && (
        <p className={styles.note}>
          {t('attentionSection.somethingMissing', {
            unavailable: unavailableWords(unavailable),
          })}
        </p>
      )}
    </>
  );
}

function AttentionRow({ item }: { item: AttentionItem }) {
  const { kind, action, href, text } = attentionWords(item);
  const { entityTitle, severity, since, due, count = 1 } = item;
  const title = text ?? readField(item, 'title');
  return (
    <li className={styles.row}>
      <span className={styles.kind}>
        <StatusBadge
          status={STATUS[severity]}
          icon={severity === 'info' ? KIND_ICONS[item.kind] : undefined}
        >
          {kind}
        </StatusBadge>
      </span>
      <span className={styles.what}>
        <span className={styles.title}>
          {title}
          {text === undefined && count > 1 && ` (${count})`}
        </span>
        <span className={styles.detail}>
          {entityTitle}
          {entityTitle && (since ?? due) && ' · '}
          {since && <RelativeTime instant={since} />}
          {since && due && ' · '}
          {due && dueWords(due)}
        </span>
      </span>
      <Link
        href={href}
        standalone
        className={styles.action}
        aria-label={`${action}: ${title}${
          entityTitle ? `, ${entityTitle}` : ''
        }`}
      >
        {action}
      </Link>
    </li>
  );
}

/** Nothing waits; unless somebody could not be asked. */
function Calm({ isSure }: { isSure: boolean }) {
  return isSure ? (
    <div className={styles.calm}>
      <RiCheckboxCircleLine size={28} aria-hidden="true" data-sure />
      <strong>{t('attentionSection.nothingNeedsYou')}</strong>
      <span className={textStyles.muted}>
        {t('attentionSection.incidentsBurningSlosFailedPipelines')}
      </span>
    </div>
  ) : (
    <div className={styles.calm}>
      <RiQuestionLine size={28} aria-hidden="true" />
      <strong>{t('attentionSection.notEverythingCouldBeChecked')}</strong>
      <span className={textStyles.muted}>
        {t('attentionSection.nothingOfWhatCouldBe')}
      </span>
    </div>
  );
}

function LoadingRows({ rows }: { rows: number }) {
  return (
    <div className={styles.list}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <Skeleton width="70%" height={18} />
        </div>
      ))}
    </div>
  );
}
