import { useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Exemption } from '@atrium/plugin-scorecard-common';
import { ActionDialog, textStyles } from '@atrium/ui';
import { useDecideExemption } from '../../hooks/useExemptions';

type Decision = 'grant' | 'refuse' | 'revoke';

const WORDS: Record<Decision, { title: string; action: string }> = {
  grant: { title: 'Grant this exemption?', action: 'Grant' },
  refuse: { title: 'Refuse this exemption?', action: 'Refuse' },
  revoke: { title: 'Revoke this exemption?', action: 'Revoke' },
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
            Up to <EntityRefLink entityRef={approverRef} hideIcon />
          </>
        )}
      </span>
    );
  }
  const offered: Decision[] =
    state === 'waiting' ? ['grant', 'refuse'] : ['revoke'];
  return (
    <div className={textStyles.line}>
      {offered.map((name, index) => (
        <Button
          key={name}
          variant={state === 'waiting' && index === 0 ? 'primary' : 'secondary'}
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
    </div>
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
      failure="Nothing was changed"
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
          The check is passed over for {exemption.days} days; then it counts
          again by itself.
        </p>
      )}
      <TextAreaField
        label="Note"
        description="The requester reads this."
        rows={2}
        value={note}
        onChange={setNote}
      />
    </ActionDialog>
  );
}
