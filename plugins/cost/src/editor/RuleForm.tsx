import { Button, ButtonIcon, Select } from '@backstage/ui';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import { EmptyState, textStyles } from '@atrium/ui';
import { FieldGroup, FormField } from '@atrium/ui/editor';
import { ConditionFields } from './ConditionFields';
import {
  fromRuleDraft,
  type RuleDraft,
  type TargetKind,
  toRuleDraft,
} from './ruleDraft';
import { addRule, moveRule, putRule, removeRule, rulesOf } from './rulesFile';
import type { useAllocationEditor } from './useAllocationEditor';
import styles from './editor.module.css';

const NEW_RULE = {
  name: 'new-rule',
  match: { tags: { service: '*' } },
  to: { entity: 'component:default/${{ tags.service }}' },
};

const TARGETS: { value: TargetKind; label: string }[] = [
  { value: 'entity', label: 'An entity, system or team' },
  { value: 'pool', label: 'A pool of shared cost' },
  { value: 'provisioned', label: 'The resource that the portal made' },
];

/** Props of {@link RuleForm}. */
export interface RuleFormProps {
  editor: ReturnType<typeof useAllocationEditor>;
}

/** One rule of the file as fields; which one, can be chosen. */
export function RuleForm({ editor }: RuleFormProps) {
  const { text, index, write, choose } = editor;
  const rules = rulesOf(text);
  if (!rules && text.trim() !== '') {
    return (
      <EmptyState
        title="The form needs a file that can be read"
        description="Fix the YAML first."
      />
    );
  }
  const drafts = (rules ?? []).map(toRuleDraft);
  const shown = drafts.at(index);
  return (
    <div className={styles.panel}>
      <div className={textStyles.line}>
        {drafts.length > 0 && (
          <Select
            aria-label="Rule"
            size="small"
            options={drafts.map(({ name }, place) => ({
              value: String(place),
              label: `${place + 1}. ${name || 'without a name'}`,
            }))}
            value={String(index)}
            onChange={chosen => choose(Number(chosen))}
          />
        )}
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          onPress={() => write(addRule(text, NEW_RULE), drafts.length)}
        >
          Add a rule
        </Button>
        {shown && (
          <RulePlace editor={editor} index={index} count={drafts.length} />
        )}
      </div>
      {shown && (
        <RuleFields
          draft={shown}
          onChange={draft => write(putRule(text, index, fromRuleDraft(draft)))}
        />
      )}
    </div>
  );
}

function RulePlace(props: RuleFormProps & { index: number; count: number }) {
  const { editor, index, count } = props;
  const { text, write } = editor;
  const moveTo = (to: number) => write(moveRule(text, index, to), to);
  return (
    <>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label="Move it before the rule above"
        icon={<RiArrowUpLine />}
        isDisabled={index === 0}
        onPress={() => moveTo(index - 1)}
      />
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label="Move it behind the rule below"
        icon={<RiArrowDownLine />}
        isDisabled={index === count - 1}
        onPress={() => moveTo(index + 1)}
      />
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label="Remove this rule"
        icon={<RiDeleteBinLine />}
        onPress={() => write(removeRule(text, index), Math.max(0, index - 1))}
      />
    </>
  );
}

function RuleFields(props: {
  draft: RuleDraft;
  onChange(draft: RuleDraft): void;
}) {
  const { draft, onChange } = props;
  const { target } = draft;
  return (
    <>
      <FormField
        label="Name"
        description="Lower case letters, digits and hyphens."
        value={draft.name}
        onChange={name => onChange({ ...draft, name })}
      />
      <FormField
        label="Description"
        value={draft.description}
        onChange={description => onChange({ ...draft, description })}
      />
      <FieldGroup title="Matching charges">
        <ConditionFields
          conditions={draft.conditions}
          onChange={conditions => onChange({ ...draft, conditions })}
        />
      </FieldGroup>
      <FieldGroup title="Go to">
        <Select
          label="To"
          size="small"
          options={TARGETS}
          value={target.kind}
          onChange={kind => {
            const chosen = TARGETS.find(({ value }) => value === kind);
            if (chosen) {
              onChange({
                ...draft,
                target: { ...target, kind: chosen.value },
              });
            }
          }}
        />
        {target.kind !== 'provisioned' && (
          <FormField
            label={target.kind === 'pool' ? 'Pool' : 'Entity'}
            description={
              target.kind === 'pool'
                ? 'The name of a pool of this file.'
                : 'Such as component:default/payment-service, or with a value of the charge: component:default/${{ tags.service }}.'
            }
            value={target.value}
            onChange={value =>
              onChange({ ...draft, target: { ...target, value } })
            }
          />
        )}
      </FieldGroup>
    </>
  );
}
