import { ButtonIcon, Select } from '@backstage/ui';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { EmptyState } from '@atrium/ui';
import { FieldGroup, FormField } from '@atrium/ui/editor';
import { t } from '../translation';
import { ConditionFields } from './ConditionFields';
import { ItemBar } from './ItemBar';
import { type PoolDraft, toPoolDraft } from './poolDraft';
import {
  fromRuleDraft,
  type RuleDraft,
  type TargetKind,
  toRuleDraft,
} from './ruleDraft';
import { moveRule, poolsOf, putItem, rulesOf } from './rulesFile';
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
  const { text, chosen, write } = editor;
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
  const index = chosen.rules;
  const shown = drafts.at(index);
  return (
    <div className={styles.panel}>
      <ItemBar
        editor={editor}
        list="rules"
        names={drafts.map(
          ({ name }, place) =>
            `${place + 1}. ${name || t('itemBar.withoutAName')}`,
        )}
        newItem={NEW_RULE}
        words={{
          choose: t('ruleForm.rule'),
          add: t('ruleForm.addARule'),
          remove: t('ruleForm.removeThisRule'),
        }}
      >
        {shown && <RulePlace editor={editor} count={drafts.length} />}
      </ItemBar>
      {shown && (
        <RuleFields
          draft={shown}
          pools={(poolsOf(text) ?? []).map(toPoolDraft)}
          onChange={draft =>
            write(putItem(text, { list: 'rules', index }, fromRuleDraft(draft)))
          }
        />
      )}
    </div>
  );
}

function RulePlace({ editor, count }: RuleFormProps & { count: number }) {
  const { text, chosen, write } = editor;
  const index = chosen.rules;
  const moveTo = (to: number) =>
    write(moveRule(text, index, to), { rules: to });
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
    </>
  );
}

function RuleFields(props: {
  draft: RuleDraft;
  pools: PoolDraft[];
  onChange(draft: RuleDraft): void;
}) {
  const { draft, pools, onChange } = props;
  const { target } = draft;
  const changeTarget = (value: string) =>
    onChange({ ...draft, target: { ...target, value } });
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
        {target.kind === 'entity' && (
          <FormField
            label={t('ruleForm.entity')}
            description={t('ruleForm.suchAs', {
              entity: EXAMPLE,
              pattern: NEW_RULE.to.entity,
            })}
            value={target.value}
            onChange={changeTarget}
          />
        )}
        {target.kind === 'pool' && (
          <Select
            label={t('ruleForm.pool')}
            description={
              pools.length === 0 ? t('ruleForm.addAPoolFirst') : undefined
            }
            size="small"
            options={pools.map(({ name, title }) => ({
              value: name,
              label: title || name,
            }))}
            value={target.value}
            onChange={name => changeTarget(String(name))}
          />
        )}
      </FieldGroup>
    </>
  );
}
