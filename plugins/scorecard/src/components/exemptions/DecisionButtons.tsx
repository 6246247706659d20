import { useState } from 'react';
import { Button, Flex, TextAreaField } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Exemption } from '@atrium/plugin-scorecard-common';
import { ActionDialog, textStyles } from '@atrium/ui';
import { useDecideExemption } from '../../hooks/useExemptions';
import { t } from '../../translation';

type Decision = 'grant' | 'refuse' | 'revoke';

const WORDS: Record<Decision, { title: string; action: string }> = {
  grant: {
    get title() {
      return t('decisionButtons.grantThisExemption');
    },
    get action() {
      return t('decisionButtons.grant');
    },
  },
  refuse: {
    get title() {
      return t('decisionButtons.refuseThisExemption');
    },
    get action() {
      return t('decisionButtons.refuse');
    },
  },
  revoke: {
    get title() {
      return t('decisionButtons.revokeThisExemption');
    },
    get action() {
      return t('decisionButtons.revoke');
    },
  },
};

/** What the reader may decide about an exemption, or who may. */
export function DecisionButtons({ exemption }: { exemption: Exemption }) {
  const { state, isMineToDecide, approverRef } = exemption;
  const [decision, setDecision] = useState<Decision>();
  if (state !== 'waiting' && state !== 'granted') {
    return null;
  }
  if (!isMineToDecide) {
    return (
      <span className={textStyles.muted}>
        {state === 'waiting' && (
          <>
            {t('decisionButtons.upTo', {
              link: <EntityRefLink entityRef={approverRef} hideIcon />,
            })}
          </>
        )}
      </span>
    );
  }
  const offered: Decision[] =
    state === 'waiting' ? ['grant', 'refuse'] : ['revoke'];
  return (
    <Flex gap="2">
      {offered.map(name => (
        <Button
          key={name}
          variant="secondary"
          size="small"
          aria-label={`${WORDS[name].action}: ${exemption.checkTitle}`}
          onPress={() => setDecision(name)}
        >
          {WORDS[name].action}
        </Button>
      ))}
      {decision && (
        <DecisionDialog
          exemption={exemption}
          decision={decision}
          onClose={() => setDecision(undefined)}
        />
      )}
    </Flex>
  );
}

function DecisionDialog(props: {
  exemption: Exemption;
  decision: Decision;
  onClose(): void;
}) {
  const { exemption, decision, onClose } = props;
  const [note, setNote] = useState('');
  const decide = useDecideExemption();
  const { title, action } = WORDS[decision];
  return (
    <ActionDialog
      title={title}
      action={action}
      failure={t('decisionButtons.nothingWasChanged')}
      change={decide}
      onConfirm={() =>
        decide.mutate(
          {
            id: exemption.id,
            action: decision,
            note: note.trim() || undefined,
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p className={textStyles.text}>
        {exemption.checkTitle}: {exemption.reason}
      </p>
      {decision === 'grant' && (
        <p className={textStyles.muted}>
          {t('decisionButtons.theCheckIsPassedOver', {
            count: exemption.days,
          })}
        </p>
      )}
      <TextAreaField
        label={t('decisionButtons.note')}
        description={t('decisionButtons.theRequesterReadsThis')}
        rows={2}
        value={note}
        onChange={setNote}
      />
    </ActionDialog>
  );
}
