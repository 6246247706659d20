import { Button, ButtonIcon, Select } from '@backstage/ui';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import { EmptyState, textStyles } from '@atrium/ui';
import { FieldGroup, FormField } from '@atrium/ui/editor';
import { t } from '../translation';
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

const EXAMPLE = 'component:default/payment-service';

const TARGETS: { value: TargetKind; label: string }[] = [
  {
    value: 'entity',
    get label() {
      return t('ruleForm.anEntitySystemOrTeam');
    },
  },
  {
    value: 'pool',
    get label() {
      return t('ruleForm.aPoolOfSharedCost');
    },
  },
  {
    value: 'provisioned',
    get label() {
      return t('ruleForm.theResourceThatThePortal');
    },
  },
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
        title={t('ruleForm.theFormNeedsAFile')}
        description={t('ruleForm.fixTheYamlFirst')}
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
            aria-label={t('ruleForm.rule')}
            size="small"
            options={drafts.map(({ name }, place) => ({
              value: String(place),
              label: `${place + 1}. ${name || t('ruleForm.withoutAName')}`,
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
          {t('ruleForm.addARule')}
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
        aria-label={t('ruleForm.moveItBeforeTheRule')}
        icon={<RiArrowUpLine />}
        isDisabled={index === 0}
        onPress={() => moveTo(index - 1)}
      />
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('ruleForm.moveItBehindTheRule')}
        icon={<RiArrowDownLine />}
        isDisabled={index === count - 1}
        onPress={() => moveTo(index + 1)}
      />
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('ruleForm.removeThisRule')}
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
        label={t('ruleForm.name')}
        description={t('ruleForm.lowerCaseLettersDigitsAnd')}
        value={draft.name}
        onChange={name => onChange({ ...draft, name })}
      />
      <FormField
        label={t('ruleForm.description')}
        value={draft.description}
        onChange={description => onChange({ ...draft, description })}
      />
      <FieldGroup title={t('ruleForm.matchingCharges')}>
        <ConditionFields
          conditions={draft.conditions}
          onChange={conditions => onChange({ ...draft, conditions })}
        />
      </FieldGroup>
      <FieldGroup title={t('ruleForm.goTo')}>
        <Select
          label={t('ruleForm.to')}
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
            label={
              target.kind === 'pool' ? t('ruleForm.pool') : t('ruleForm.entity')
            }
            description={
              target.kind === 'pool'
                ? t('ruleForm.theNameOfAPool')
                : t('ruleForm.suchAs', {
                    entity: EXAMPLE,
                    pattern: NEW_RULE.to.entity,
                  })
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
