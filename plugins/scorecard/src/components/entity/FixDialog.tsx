import { useState } from 'react';
import { Skeleton, TextAreaField } from '@backstage/ui';
import type { FixDraft, HandedOverFix } from '@atrium/plugin-scorecard-common';
import { ActionDialog, QueryState, SafeLink, textStyles } from '@atrium/ui';
import type { FixQuery } from '../../api/ScorecardApi';
import { useCreateFix, useFixDraft } from '../../hooks/useFix';
import styles from './FixDialog.module.css';

/** Props of {@link FixDialog}. */
export interface FixDialogProps {
  query: FixQuery;
  onClose(): void;
}

/** Shows the file that mends a check, and hands it over to its repository. */
export function FixDialog({ query, onClose }: FixDialogProps) {
  const draft = useFixDraft(query);
  const [typed, setTyped] = useState<string>();
  const [handedOver, setHandedOver] = useState<HandedOverFix>();
  const create = useCreateFix();
  const content = typed ?? draft.data?.content ?? '';
  if (handedOver) {
    return (
      <ActionDialog
        title="Change proposed"
        action="Done"
        cancel="Close"
        failure=""
        change={{ isPending: false, error: null }}
        onConfirm={onClose}
        onClose={onClose}
      >
        <HandedOver fix={handedOver} />
      </ActionDialog>
    );
  }
  return (
    <ActionDialog
      title="Propose this file"
      action={
        draft.data?.handover === 'commit' ? 'Commit' : 'Open pull request'
      }
      failure="The change was not proposed"
      change={create}
      isDisabled={!draft.data || draft.data.isThere || content.trim() === ''}
      width={720}
      onConfirm={() =>
        create.mutate({ ...query, content }, { onSuccess: setHandedOver })
      }
      onClose={onClose}
    >
      <QueryState
        query={draft}
        loading={<Skeleton width="100%" height={240} />}
      >
        {data => (
          <>
            <Where draft={data} />
            <TextAreaField
              label={data.path}
              rows={12}
              className={styles.file}
              value={content}
              isDisabled={data.isThere}
              onChange={setTyped}
            />
          </>
        )}
      </QueryState>
    </ActionDialog>
  );
}

function Where({ draft }: { draft: FixDraft }) {
  const { handover, repositoryUrl, isThere } = draft;
  if (isThere) {
    return (
      <p role="status" className={textStyles.text}>
        The file is in <SafeLink href={repositoryUrl}>the repository</SafeLink>{' '}
        already, so nothing is written. The check passes once the portal has
        read it, if it says what the check asks for.
      </p>
    );
  }
  return (
    <p className={textStyles.muted}>
      {handover === 'commit'
        ? 'Adds the file to the main branch of '
        : 'Opens a pull request that adds the file to '}
      <SafeLink href={repositoryUrl}>the repository</SafeLink>, in your name.
    </p>
  );
}

function HandedOver({ fix }: { fix: HandedOverFix }) {
  return (
    <p role="status" className={textStyles.text}>
      {fix.handover === 'commit' ? (
        <>
          The <SafeLink href={fix.url}>commit</SafeLink> was made in your name.
          The check is evaluated again once the portal has read the file.
        </>
      ) : (
        <>
          The <SafeLink href={fix.url}>pull request</SafeLink> was opened in
          your name. The check is evaluated again once it is merged.
        </>
      )}
    </p>
  );
}
