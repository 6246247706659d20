import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { nameIn } from '../form/suggestedRepository';
import { t } from '../translation';

/** What a run makes: the name that was given, else what it runs. */
export function taskTitle({ spec }: ScaffolderTask): string {
  return nameIn(spec.parameters) ?? templateTitle(spec) ?? t('taskTitle.run');
}

/** What the template of a run is called. */
export function templateTitle({
  templateInfo,
}: ScaffolderTask['spec']): string | undefined {
  const metadata = templateInfo?.entity?.metadata;
  return metadata?.title ?? metadata?.name;
}
