import { useState } from 'react';
import type { Proposal } from '@atrium/common';
import type {
  ScorecardProposalDraft,
  ScorecardProposalSubject,
} from '@atrium/plugin-scorecard-common';
import { BackLink, EmptyState, QueryState, ViewSkeleton } from '@atrium/ui';
import { HandedOver } from '@atrium/ui/editor';
import { t } from '../translation';
import { ScorecardWorkbench } from './ScorecardWorkbench';
import {
  useProposalRight,
  useScorecardAppearance,
  useScorecardDraft,
} from './useScorecardDraft';
import styles from './editor.module.css';

/** Props of {@link ScorecardEditor}. */
export interface ScorecardEditorProps {
  subject: ScorecardProposalSubject;
  backHref: string;
}

/** Writes a scorecard, and hands it over to its repository. */
export function ScorecardEditor({ subject, backHref }: ScorecardEditorProps) {
  const draft = useScorecardDraft(subject);
  return (
    <div className={styles.page}>
      <BackLink href={backHref}>{t('scorecardEditor.scorecards')}</BackLink>
      <QueryState query={draft} loading={<ViewSkeleton height={480} />}>
        {data => <Editor draft={data} subject={subject} backHref={backHref} />}
      </QueryState>
    </div>
  );
}

function Editor(
  props: ScorecardEditorProps & { draft: ScorecardProposalDraft },
) {
  const { draft, subject, backHref } = props;
  const { isAllowed, isPending } = useProposalRight(draft.entityRef);
  const [done, setDone] = useState<{ proposal: Proposal; name?: string }>();
  if (done) {
    return <HandedOverScorecard {...done} backHref={backHref} />;
  }
  if (!isPending && !isAllowed) {
    return (
      <EmptyState
        title={t('scorecardEditor.itsOwnersWriteThisScorecard')}
        description={t('scorecardEditor.itIsInTheirRepository')}
      />
    );
  }
  return (
    <ScorecardWorkbench
      draft={draft}
      subject={subject}
      onHandedOver={(proposal, name) => setDone({ proposal, name })}
    />
  );
}

function HandedOverScorecard(props: {
  proposal: Proposal;
  name?: string;
  backHref: string;
}) {
  const { proposal, name, backHref } = props;
  const { isThere } = useScorecardAppearance(proposal, name);
  return (
    <HandedOver
      proposal={proposal}
      isRead={isThere}
      readWords={t('scorecardEditor.thePortalHasItAnd')}
      next={{ label: t('scorecardEditor.showTheScorecard'), href: backHref }}
    />
  );
}
