import { parseEntityRef } from '@backstage/catalog-model';
import { Select } from '@backstage/ui';
import { formatTarget, type SloSummary } from '@atrium/plugin-slo-common';
import { t } from '../../translation';
import { toMeasure } from './AgreementDraft';
import type { AgreementFieldsProps } from './AgreementFieldsProps';
import styles from './AgreementDialog.module.css';

/** Props of {@link MeasureFields}. */
export interface MeasureFieldsProps extends AgreementFieldsProps {
  slos: SloSummary[];
}

/** Chooses what an agreement is measured by. */
export function MeasureFields(props: MeasureFieldsProps) {
  const { draft, slos, onChange } = props;
  const entityRefs = [
    ...new Set(slos.map(({ entityRef }) => entityRef)),
  ].sort();
  const ofEntity = slos.filter(
    ({ entityRef }) => entityRef === draft.entityRef,
  );
  const slo = ofEntity.find(({ name }) => name === draft.sloName);
  const objectives = slo?.objectives ?? [];
  const choose = (chosen: SloSummary | undefined) =>
    chosen && onChange(toMeasure(chosen));
  return (
    <div className={styles.pair}>
      {entityRefs.length > 1 && (
        <Select
          label={t('measureFields.service')}
          options={entityRefs.map(entityRef => ({
            value: entityRef,
            label: parseEntityRef(entityRef).name,
          }))}
          value={draft.entityRef}
          onChange={value =>
            choose(slos.find(({ entityRef }) => entityRef === value))
          }
        />
      )}
      <Select
        label={t('measureFields.slo')}
        options={ofEntity.map(({ name, displayName }) => ({
          value: name,
          label: displayName ?? name,
        }))}
        value={draft.sloName}
        onChange={value => choose(ofEntity.find(({ name }) => name === value))}
      />
      {objectives.length > 1 && (
        <Select
          label={t('measureFields.objective')}
          options={objectives.map(({ objectiveId, displayName, target }) => ({
            value: objectiveId,
            label: `${displayName ?? objectiveId}, ${formatTarget(target)}`,
          }))}
          value={draft.objectiveId}
          onChange={value => onChange({ objectiveId: String(value) })}
        />
      )}
    </div>
  );
}
