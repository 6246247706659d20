import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { errorMessage, statusOf, textStyles } from '@atrium/ui';
import { requestRouteRef } from '../../routes';
import { t } from '../../translation';
import type { RequestFormState } from './RequestFormProps';
import styles from './RequestForm.module.css';

const CONFLICT = 409;

/** Props of {@link SubmitBar}. */
export interface SubmitBarProps {
  form: RequestFormState;
  /** Called before the request is shown that was made. */
  onCreated(): void;
}

/** Sends the request, and says why it cannot be sent. */
export function SubmitBar({ form, onCreated }: SubmitBarProps) {
  const { input, preview, isPreviewCurrent, create } = form;
  const navigate = useNavigate();
  const requestLink = useRouteRef(requestRouteRef);
  const { definition, violations = [], approval } = preview.data ?? {};
  const isReady =
    isPreviewCurrent && definition !== undefined && violations.length === 0;

  function submit() {
    if (!input || !isReady) {
      return;
    }
    create.mutate(
      { ...input, planHash: preview.data?.planHash },
      {
        onSuccess: ({ id }) => {
          onCreated();
          if (requestLink) {
            navigate(requestLink({ requestId: id }));
          }
        },
        // What was shown may be out of date: the preview says what holds now.
        onError: () => void preview.refetch(),
      },
    );
  }

  return (
    <div className={styles.submit}>
      {create.error && (
        <p role="alert" className={textStyles.bad}>
          {statusOf(create.error) === CONFLICT
            ? t('submitBar.nothingWasMadeLookAt', {
                error: errorMessage(create.error),
              })
            : t('submitBar.nothingWasMade', {
                error: errorMessage(create.error),
              })}
        </p>
      )}
      <Button
        variant="primary"
        isDisabled={!isReady}
        isPending={create.isPending}
        onPress={submit}
      >
        {approval?.isRequired
          ? t('submitBar.requestApproval')
          : t('submitBar.createTheResource')}
      </Button>
      <span role="status" className={textStyles.muted}>
        {input && !isPreviewCurrent && t('submitBar.checking')}
        {isPreviewCurrent &&
          definition &&
          violations.length > 0 &&
          t('submitBar.putRightWhatIsMarked')}
      </span>
    </div>
  );
}
