import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type {
  CreateRequest,
  ResourceInput,
} from '@atrium/plugin-provisioning-common';
import { Button, Link } from '@backstage/ui';
import { errorMessage, statusOf, textStyles } from '@atrium/ui';
import { requestRouteRef, requestsRouteRef } from '../../routes';
import { t } from '../../translation';
import type { RequestFormState } from './RequestFormProps';
import styles from './RequestForm.module.css';

const CONFLICT = 409;
const SERVER_ERROR = 500;

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
  // However the preview looks: it may find the name taken by this very request.
  const repeatable =
    input && create.error && mayBeCreated(create.error)
      ? findSame(input, create.variables)
      : undefined;

  function send(request: CreateRequest) {
    create.mutate(request, {
      onSuccess: ({ id }) => {
        onCreated();
        if (requestLink) {
          navigate(requestLink({ requestId: id }));
        }
      },
      // What was shown may be out of date: the preview says what holds now.
      onError: () => void preview.refetch(),
    });
  }

  function submit() {
    if (repeatable) {
      send(repeatable);
    } else if (input && isReady) {
      send({ ...input, planHash: preview.data?.planHash });
    }
  }

  return (
    <div className={styles.submit}>
      {create.error && <SubmitError error={create.error} />}
      <Button
        variant="primary"
        isDisabled={!isReady && !repeatable && !create.isPending}
        isPending={create.isPending}
        onPress={submit}
      >
        {submitWords({
          isRepeat: repeatable !== undefined,
          isApprovalRequired: approval?.isRequired ?? false,
        })}
      </Button>
      <span role="status" className={textStyles.muted}>
        {input && !isPreviewCurrent && t('submitBar.checking')}
        {isPreviewCurrent &&
          !repeatable &&
          definition &&
          violations.length > 0 &&
          t('submitBar.putRightWhatIsMarked')}
      </span>
    </div>
  );
}

/** What is known of a request that went wrong, and what to do. */
function SubmitError({ error }: { error: Error }) {
  const listLink = useRouteRef(requestsRouteRef);
  const message = errorMessage(error);
  if (mayBeCreated(error)) {
    const list = t('submitBar.listOfRequests');
    return (
      <div role="alert">
        <p className={textStyles.bad}>
          {t('submitBar.notKnownWhetherCreated', { error: message })}
        </p>
        <p className={textStyles.bad}>
          {t('submitBar.sendAgainOrLook', {
            list: listLink ? <Link href={listLink()}>{list}</Link> : list,
          })}
        </p>
      </div>
    );
  }
  return (
    <p role="alert" className={textStyles.bad}>
      {statusOf(error) === CONFLICT
        ? t('submitBar.nothingWasMadeLookAt', { error: message })
        : t('submitBar.nothingWasMade', { error: message })}
    </p>
  );
}

function submitWords(options: {
  isRepeat: boolean;
  isApprovalRequired: boolean;
}): string {
  if (options.isRepeat) {
    return t('submitBar.sendAgain');
  }
  return options.isApprovalRequired
    ? t('submitBar.requestApproval')
    : t('submitBar.createTheResource');
}

/** Whether no answer of the backend came, which may have done it all the same. */
function mayBeCreated(error: Error): boolean {
  const status = statusOf(error);
  return status === undefined || status >= SERVER_ERROR;
}

/** What was sent, if the form holds the same still. */
function findSame(
  input: ResourceInput,
  sent: CreateRequest | undefined,
): CreateRequest | undefined {
  const { planHash, ...sentInput } = sent ?? {};
  return JSON.stringify(sentInput) === JSON.stringify(input) ? sent : undefined;
}
