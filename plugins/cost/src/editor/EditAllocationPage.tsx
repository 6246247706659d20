import { useState } from 'react';
import { z } from 'zod';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Proposal } from '@atrium/common';
import { isPlainMap, type PlainMap } from '@atrium/common/yaml';
import type { CostProposalDraft } from '@atrium/plugin-cost-common';
import {
  BackLink,
  EmptyState,
  QueryState,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import { HandedOver } from '@atrium/ui/editor';
import { useProposalRight } from '../hooks/useAllocation';
import { allocationRouteRef } from '../routes';
import { t } from '../translation';
import { AllocationWorkbench } from './AllocationWorkbench';
import {
  type AllocationSubject,
  useAllocationAppearance,
  useAllocationDraft,
} from './useAllocationDraft';
import styles from './editor.module.css';

/** A rule in the address, as JSON; what is none, is as good as absent. */
const ruleSchema = z.string().transform((text, context) => {
  try {
    const value = JSON.parse(text);
    if (isPlainMap(value)) {
      return value;
    }
  } catch {
    // Said below.
  }
  context.addIssue('must be a rule');
  return z.NEVER;
});

const addressSchema = z.object({
  entity: z.string().optional(),
  rule: z.string().optional(),
});

/** Writes the rules of allocation, from a suggested rule on if there is one. */
export function EditAllocationPage() {
  const [{ entity, rule }] = useAddressState(addressSchema);
  const subject = entity === undefined ? {} : { entityRef: entity };
  const draft = useAllocationDraft(subject);
  const backHref = useRouteRef(allocationRouteRef)?.() ?? '/cost/allocation';
  return (
    <div className={styles.page}>
      <BackLink href={backHref}>{t('editAllocationPage.rules')}</BackLink>
      <QueryState query={draft} loading={<ViewSkeleton height={480} />}>
        {data => (
          <Editor
            draft={data}
            subject={subject}
            suggested={ruleSchema.safeParse(rule).data}
            backHref={backHref}
          />
        )}
      </QueryState>
    </div>
  );
}

function Editor(props: {
  draft: CostProposalDraft;
  subject: AllocationSubject;
  suggested: PlainMap | undefined;
  backHref: string;
}) {
  const { draft, subject, suggested, backHref } = props;
  const { isAllowed, isPending } = useProposalRight(draft.entityRef);
  const [proposal, setProposal] = useState<Proposal>();
  if (proposal) {
    return <HandedOverRules proposal={proposal} backHref={backHref} />;
  }
  if (!isPending && !isAllowed) {
    return (
      <EmptyState
        title={t('editAllocationPage.onlyOwnersOfTheFile')}
        description={t('editAllocationPage.itIsInTheirRepository')}
      />
    );
  }
  return (
    <AllocationWorkbench
      draft={draft}
      subject={subject}
      suggested={suggested}
      onHandedOver={setProposal}
    />
  );
}

function HandedOverRules(props: { proposal: Proposal; backHref: string }) {
  const { proposal, backHref } = props;
  const { isThere } = useAllocationAppearance(proposal);
  return (
    <HandedOver
      proposal={proposal}
      isRead={isThere}
      readWords={t('editAllocationPage.thePortalHasThemAnd')}
      next={{ label: t('editAllocationPage.showTheRules'), href: backHref }}
    />
  );
}
