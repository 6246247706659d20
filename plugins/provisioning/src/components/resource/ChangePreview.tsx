import type { Preview } from '@atrium/plugin-provisioning-common';
import { readField, readList, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { priceWords } from '../../words/priceWords';
import { ChangeList } from '../shared/ChangeList';
import { PreviewFacts } from '../shared/PreviewFacts';
import styles from './resource.module.css';

/** What would come of a change, at which price, and who has to agree. */
export function ChangePreview({ preview }: { preview: Preview }) {
  const { changes, violations, monthlyPrice, previous } = preview;
  const [before, after] = [previous?.monthlyPrice, monthlyPrice].map(
    priceWords,
  );
  // Fields of the parameters say themselves what is wrong with them.
  const shown = violations.filter(
    ({ field }) => !field.startsWith('parameters.'),
  );
  return (
    <div className={styles.change}>
      <p className={textStyles.text}>
        {before === after
          ? after
          : t('changePreview.insteadOf', { after, before })}
      </p>
      {shown.length > 0 && (
        <ul
          aria-label={t('changePreview.whatBlocksIt')}
          className={styles.violations}
        >
          {shown.map(violation => (
            <li
              key={`${violation.field} ${violation.message}`}
              className={textStyles.bad}
            >
              {readField(violation, 'message')}
            </li>
          ))}
        </ul>
      )}
      {changes.length > 0 && (
        <ChangeList
          label={t('changePreview.whatWillChange')}
          changes={readList(preview, 'changes')}
        />
      )}
      <PreviewFacts preview={preview} />
    </div>
  );
}
