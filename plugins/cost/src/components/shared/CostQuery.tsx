import { RiLockLine } from '@remixicon/react';
import {
  EmptyState,
  errorMessage,
  QueryState,
  type QueryStateProps,
  statusOf,
} from '@atrium/ui';
import { t } from '../../translation';

/** A view of cost: besides its four states, one for who may not read it. */
export function CostQuery<T>(props: QueryStateProps<T>) {
  const { error, data } = props.query;
  return data === undefined && error && statusOf(error) === 403 ? (
    <EmptyState
      icon={<RiLockLine />}
      title={t('costQuery.youMayNotReadThis')}
      // Backends end without a full stop, the words of the kit with one.
      description={errorMessage(error).replace(/\.?$/, '.')}
    />
  ) : (
    <QueryState {...props} />
  );
}
