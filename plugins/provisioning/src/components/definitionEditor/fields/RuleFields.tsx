import { Checkbox, Radio, RadioGroup } from '@backstage/ui';
import {
  deletionPolicySchema,
  type DeletionPolicy,
} from '@atrium/plugin-provisioning-common';
import { FieldGroup, FieldRow, FormField } from '@atrium/ui/editor';
import { t } from '../../../translation';
import { DELETION_WORDS } from '../../../words/leaseWords';
import type { DefinitionFieldsProps } from './DefinitionFieldsProps';
import { PathField } from './PathField';

const APPROVAL = ['spec', 'approval'] as const;
const APPROVERS = [...APPROVAL, 'approvers'] as const;
const LEASE = ['spec', 'lease'] as const;
const NEW_LEASE = { defaultDays: 30, maximumDays: 90, graceDays: 7 };

/** How many, with whose consent, for how long, and what becomes of the data. */
export function RuleFields({ form, definitions }: DefinitionFieldsProps) {
  const approval = form.get(APPROVAL);
  // An approval rule that says nothing else asks for it.
  const isApproved =
    approval !== undefined && form.get([...APPROVAL, 'required']) !== false;
  const hasLease = form.get(LEASE) !== undefined;
  const driver = definitions.drivers.find(
    ({ id }) => id === form.get(['spec', 'driver']),
  );
  const policies = deletionPolicySchema.options.filter(
    policy => policy !== 'snapshot-then-delete' || driver?.hasSnapshots,
  );
  const deletion: DeletionPolicy =
    deletionPolicySchema.safeParse(form.get(['spec', 'deletion'])).data ??
    'delete';
  return (
    <FieldGroup title={t('ruleFields.rules')}>
      <FieldRow>
        <PathField
          form={form}
          path={['spec', 'quota', 'perOwner']}
          isNumber
          label={t('ruleFields.quota')}
          description={t('ruleFields.resourcesPerOwnerLeaveEmpty')}
          secondaryLabel={t('ruleFields.optional')}
        />
      </FieldRow>
      <Checkbox
        isSelected={isApproved}
        onChange={required =>
          form.set(APPROVAL, required ? { required: true } : undefined)
        }
      >
        {t('ruleFields.needsApproval')}
      </Checkbox>
      {isApproved && <Approvers form={form} />}
      <Checkbox
        isSelected={hasLease}
        isDisabled={deletion === 'protect' && !hasLease}
        onChange={isLent => form.set(LEASE, isLent ? NEW_LEASE : undefined)}
      >
        {t('ruleFields.hasALease')}
      </Checkbox>
      {hasLease && (
        <FieldRow>
          <PathField
            form={form}
            path={[...LEASE, 'defaultDays']}
            isNumber
            label={t('ruleFields.defaultDays')}
          />
          <PathField
            form={form}
            path={[...LEASE, 'maximumDays']}
            isNumber
            label={t('ruleFields.maximumDays')}
          />
          <PathField
            form={form}
            path={[...LEASE, 'graceDays']}
            isNumber
            label={t('ruleFields.gracePeriodInDays')}
            description={t('ruleFields.dataIsKeptThisLong')}
            secondaryLabel={t('ruleFields.optional')}
          />
        </FieldRow>
      )}
      <RadioGroup
        label={t('ruleFields.whenItIsDeleted')}
        value={deletion}
        onChange={policy =>
          form.setAll([
            [['spec', 'deletion'], policy],
            ...(policy === 'protect' ? [[LEASE, undefined] as const] : []),
          ])
        }
      >
        {policies.map(policy => (
          <Radio key={policy} value={policy}>
            {DELETION_WORDS[policy]}
          </Radio>
        ))}
      </RadioGroup>
    </FieldGroup>
  );
}

function Approvers({ form }: Pick<DefinitionFieldsProps, 'form'>) {
  const written = form.get(APPROVERS);
  const refs = Array.isArray(written) ? written.map(String) : [];
  return (
    <FormField
      label={t('ruleFields.approvers')}
      description={t('ruleFields.groupsOrPeopleSeparatedBy')}
      secondaryLabel={t('ruleFields.optional')}
      value={refs.join(', ')}
      problem={
        form.problemOf(APPROVERS) ??
        refs
          .map((_, index) => form.problemOf([...APPROVERS, index]))
          .find(Boolean)
      }
      onChange={text => {
        const named = text.split(',').map(one => one.trimStart());
        form.set(APPROVERS, text.trim() === '' ? undefined : named);
      }}
    />
  );
}
