import { useState } from 'react';
import { SearchField } from '@backstage/ui';
import type { FactProviderStatus } from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  formatNumber,
  ListBar,
  QueryState,
  StatusBadge,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import { useReadCsv } from '../hooks/useReadCsv';
import { t } from '../translation';
import { useFacts } from './useScorecardDraft';
import styles from './editor.module.css';

/** What checks may be about, and how much of it is known. */
export function FactBrowser() {
  const facts = useFacts();
  const [text, setText] = useState('');
  const readRows = useReadCsv('facts', {});
  return (
    <section className={styles.panel} aria-label={t('factBrowser.facts')}>
      <SearchField
        aria-label={t('factBrowser.findAFact')}
        placeholder={t('factBrowser.findAFact')}
        size="small"
        value={text}
        onChange={setText}
      />
      <QueryState query={facts} loading={<ViewSkeleton height={240} />}>
        {({ items }) => (
          <div className={styles.facts}>
            <ListBar
              summary={t('factBrowser.facts2', {
                count: items.reduce(
                  (sum, { facts: own }) => sum + own.length,
                  0,
                ),
              })}
            >
              <CsvButton name="facts" readRows={readRows} />
            </ListBar>
            {items.map(provider => (
              <Provider
                key={provider.id}
                provider={provider}
                text={text.trim().toLocaleLowerCase('en-US')}
              />
            ))}
          </div>
        )}
      </QueryState>
    </section>
  );
}

function Provider(props: { provider: FactProviderStatus; text: string }) {
  const { provider, text } = props;
  const shown = provider.facts.filter(({ name, title }) =>
    `${name} ${title} ${provider.title}`
      .toLocaleLowerCase('en-US')
      .includes(text),
  );
  return shown.length === 0 ? null : (
    <details open={text !== ''}>
      <summary className={styles.provider}>
        {provider.title}
        <span className={textStyles.muted}>
          {formatNumber(provider.facts.length)}
        </span>
        {provider.failure && (
          <StatusBadge status="warning">{t('factBrowser.fails')}</StatusBadge>
        )}
      </summary>
      <p className={textStyles.muted}>
        {provider.failure
          ? t('factBrowser.itFailsSinceItsLast', {
              message: provider.failure.message,
            })
          : provider.description}
      </p>
      <dl className={styles.factList}>
        {shown.map(({ name, title, type, unit, description, knownCount }) => (
          <div key={name}>
            <dt>
              <code>facts.{name}</code>
              <span className={textStyles.muted}>
                {unit ? `${type}, ${unit}` : type}
              </span>
            </dt>
            <dd>
              {title}. {description}{' '}
              <span className={textStyles.muted}>
                {t('factBrowser.knownOfOf', {
                  knownCount,
                  entityCount: provider.entityCount,
                })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
