import textStyles from '../layout/text.module.css';
import { t } from '../translation';

/** Where a table has nothing to say of a row: a dash that is read out as a word. */
export function NoValue() {
  return (
    <span
      className={textStyles.muted}
      data-no-value
      role="img"
      aria-label={t('noValue.unknown')}
    >
      –
    </span>
  );
}
