import { Alert } from '@backstage/ui';
import type { Preview } from '@atrium/plugin-provisioning-common';
import {
  QueryState,
  readField,
  readList,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import { t } from '../../translation';
import { priceWords } from '../../words/priceWords';
import { ChangeList } from '../shared/ChangeList';
import { LoserList } from '../shared/LoserList';
import { PreviewFacts } from '../shared/PreviewFacts';
import { findProblem } from './FieldProblem';
import type { RequestFormState } from './RequestFormProps';
import styles from './RequestForm.module.css';

/** Fields of the form, which say themselves what is wrong with them. */
const FIELDS = [
  'type',
  'class',
  'entityRef',
  'ownerRef',
  'environment',
  'name',
  'plan',
  'leaseDays',
];

/** What would come of the request as it stands. */
export function PreviewPanel({ form }: { form: RequestFormState }) {
  const { preview, input, isPreviewCurrent } = form;
  if (!input && !preview.data) {
    return (
      <p className={textStyles.muted}>
        {findProblem(form, 'forRef')
          ? t('previewPanel.chooseWhatItIsFor')
          : t('previewPanel.fillInTheForm')}
      </p>
    );
  }
  return (
    <QueryState query={preview} loading={<ViewSkeleton height={280} />}>
      {data =>
        data && (
          <div
            className={styles.preview}
            data-stale={!isPreviewCurrent || undefined}
          >
            <Content preview={data} />
          </div>
        )
      }
    </QueryState>
  );
}

function Content({ preview }: { preview: Preview }) {
  const { definition, monthlyPrice, changes, violations, losers } = preview;
  const others = violations.filter(
    ({ field }) => !FIELDS.includes(field) && !field.startsWith('parameters.'),
  );
  if (!definition) {
    return (
      <>
        <Alert
          status="warning"
          icon
          title={t('previewPanel.noDefinitionServesThisRequest')}
          description={t('previewPanel.chooseAnotherEnvironmentOrClass')}
        />
        <LoserList losers={losers} isOpen />
      </>
    );
  }
  return (
    <>
      <p className={styles.price}>{priceWords(monthlyPrice)}</p>
      {others.map(violation => (
        <Alert
          key={`${violation.field} ${violation.message}`}
          status="danger"
          icon
          title={readField(violation, 'message')}
        />
      ))}
      <PreviewFacts preview={preview} />
      {changes.length > 0 && (
        <div>
          <h3 className={styles.heading}>{t('previewPanel.whatWillBeMade')}</h3>
          <ChangeList changes={readList(preview, 'changes')} />
        </div>
      )}
      <LoserList losers={losers} />
    </>
  );
}
