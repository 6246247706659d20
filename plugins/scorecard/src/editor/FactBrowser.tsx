import { useState } from 'react';
import { SearchField, Skeleton } from '@backstage/ui';
import type { FactProviderStatus } from '@atrium/plugin-scorecard-common';
import {
  countWords,
  CsvButton,
  formatNumber,
  ListBar,
  QueryState,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { useReadCsv } from '../hooks/useReadCsv';
import { useFacts } from './useScorecardDraft';
import styles from './editor.module.css';

/** What checks may be about, and how much of it is known. */
export function FactBrowser() {
  const facts = useFacts();
  const [text, setText] = useState('');
  const readRows = useReadCsv('facts', {});
  return (
    <section className={styles.panel} aria-label="Facts">
      <SearchField
        aria-label="Find a fact"
        placeholder="Find a fact"
        size="small"
        value={text}
        onChange={setText}
      />
      <QueryState
        query={facts}
        loading={<Skeleton width="100%" height={240} />}
      >
        {({ items }) => (
          <div className={styles.facts}>
            <ListBar
              summary={countWords(
                items.reduce((sum, { facts: own }) => sum + own.length, 0),
                'fact',
              )}
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
        {provider.failure && <StatusBadge status="warning">Fails</StatusBadge>}
      </summary>
      <p className={textStyles.muted}>
        {provider.failure
          ? `It fails since its last round: ${provider.failure.message}`
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
                Known of {formatNumber(knownCount)} of{' '}
                {formatNumber(provider.entityCount)}.
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
