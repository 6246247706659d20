import { Select } from '@backstage/ui';
import { EmptyState, formatList } from '@atrium/ui';
import { FieldGroup, FormArea, FormField } from '@atrium/ui/editor';
import { t } from '../translation';
import { ItemBar } from './ItemBar';
import { ListField } from './ListField';
import {
  fromPoolDraft,
  MEMBER_KINDS,
  type PoolDraft,
  type SplitKind,
  SPLITS,
  tidyWeights,
  toPoolDraft,
} from './poolDraft';
import { poolsOf, putItem } from './rulesFile';
import type { useAllocationEditor } from './useAllocationEditor';
import { useWritten } from './useWritten';
import styles from './editor.module.css';

const NEW_POOL = { name: 'new-pool', split: { by: 'direct-cost' } };
const TEAM = 'group:default/team-payments';
const SYSTEM = 'system:default/payments';
const WEIGHT = 'component:default/payment-service: 2';

const SPLIT_WORDS: Record<SplitKind, string> = {
  get none() {
    return t('ruleWords.keptTogether');
  },
  get 'direct-cost'() {
    return t('ruleWords.byWhatEachCostsDirectly');
  },
  get even() {
    return t('ruleWords.evenly');
  },
  get requests() {
    return t('ruleWords.byTheRequestsThatSlos');
  },
  get usage() {
    return t('ruleWords.byUsageThatOpencostMeasured');
  },
  get metric() {
    return t('poolForm.byPushedCounts');
  },
  get weights() {
    return t('poolForm.byWeights');
  },
};

/** Props of {@link PoolForm}. */
export interface PoolFormProps {
  editor: ReturnType<typeof useAllocationEditor>;
}

/** One pool of the file as fields; which one, can be chosen. */
export function PoolForm({ editor }: PoolFormProps) {
  const { text, chosen, write } = editor;
  const pools = poolsOf(text);
  if (!pools && text.trim() !== '') {
    return (
      <EmptyState
        title={t('ruleForm.theFormNeedsAFile')}
        description={t('ruleForm.fixTheYamlFirst')}
      />
    );
  }
  const drafts = (pools ?? []).map(toPoolDraft);
  const index = chosen.pools;
  const shown = drafts.at(index);
  return (
    <div className={styles.panel}>
      <ItemBar
        editor={editor}
        list="pools"
        names={drafts.map(({ name, title }) => title || name)}
        newItem={NEW_POOL}
        words={{
          choose: t('poolForm.pool'),
          add: t('poolForm.addAPool'),
          remove: t('poolForm.removeThisPool'),
        }}
      />
      {shown && (
        <PoolFields
          // The fields of another pool begin with what that one has.
          key={index}
          draft={shown}
          onChange={draft =>
            write(putItem(text, { list: 'pools', index }, fromPoolDraft(draft)))
          }
        />
      )}
    </div>
  );
}

interface PoolFieldsProps {
  draft: PoolDraft;
  onChange(draft: PoolDraft): void;
}

function PoolFields({ draft, onChange }: PoolFieldsProps) {
  const change = (changed: Partial<PoolDraft>) =>
    onChange({ ...draft, ...changed });
  return (
    <>
      <FormField
        label={t('poolForm.name')}
        description={t('ruleForm.lowerCaseLettersDigitsAnd')}
        value={draft.name}
        onChange={name => change({ name })}
      />
      <FormField
        label={t('poolForm.title')}
        value={draft.title}
        onChange={title => change({ title })}
      />
      <FormField
        label={t('poolForm.description')}
        value={draft.description}
        onChange={description => change({ description })}
      />
      <FieldGroup title={t('poolForm.split')}>
        <Select
          label={t('poolForm.howItIsSplit')}
          size="small"
          options={SPLITS.map(value => ({ value, label: SPLIT_WORDS[value] }))}
          value={draft.by}
          onChange={chosen =>
            change({ by: SPLITS.find(by => by === chosen) ?? draft.by })
          }
        />
        {draft.by === 'metric' && (
          <FormField
            label={t('poolForm.unit')}
            value={draft.unit}
            onChange={unit => change({ unit })}
          />
        )}
        {draft.by === 'usage' && (
          <FormField
            label={t('poolForm.cluster')}
            description={t('poolForm.emptyForAllClusters')}
            value={draft.cluster}
            onChange={cluster => change({ cluster })}
          />
        )}
        {draft.by === 'weights' && (
          <WeightsField
            weights={draft.weights}
            onChange={weights => change({ weights })}
          />
        )}
      </FieldGroup>
      {draft.by !== 'none' && draft.by !== 'weights' && (
        <MemberFields draft={draft} onChange={onChange} />
      )}
    </>
  );
}

function WeightsField(props: {
  weights: string;
  onChange(weights: string): void;
}) {
  const { weights, onChange } = props;
  const [written, setWritten] = useWritten(
    weights,
    (text, kept) => tidyWeights(text) === kept,
  );
  return (
    <FormArea
      label={t('poolForm.weights')}
      description={t('poolForm.oneALine', { example: WEIGHT })}
      rows={4}
      value={written}
      onChange={text => {
        setWritten(text);
        onChange(text);
      }}
    />
  );
}

/** Who has a part. */
function MemberFields({ draft, onChange }: PoolFieldsProps) {
  const change = (changed: Partial<PoolDraft>) =>
    onChange({ ...draft, ...changed });
  return (
    <FieldGroup title={t('poolForm.among')}>
      <ListField
        label={t('poolForm.kinds')}
        description={t('poolForm.someOf', {
          kinds: formatList([...MEMBER_KINDS]),
        })}
        value={draft.kinds}
        onChange={kinds => change({ kinds })}
      />
      <ListField
        label={t('poolForm.types')}
        value={draft.types}
        onChange={types => change({ types })}
      />
      <ListField
        label={t('poolForm.systems')}
        description={t('poolForm.suchAs', { example: SYSTEM })}
        value={draft.systems}
        onChange={systems => change({ systems })}
      />
      <ListField
        label={t('poolForm.owners')}
        description={t('poolForm.ownersSuchAs', { example: TEAM })}
        value={draft.owners}
        onChange={owners => change({ owners })}
      />
    </FieldGroup>
  );
}
