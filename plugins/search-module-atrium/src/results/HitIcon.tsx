import type { IconElement } from '@backstage/frontend-plugin-api';
import { coreApis, useApi } from '@backstage/frontend-plugin-api';
import { RiBracesLine, RiFileTextLine, RiRouteLine } from '@remixicon/react';
import styles from './HitIcon.module.css';
import type { HitSubject } from './SearchHit';

/** Things of the catalog have the icons that they have everywhere. */
const APP_ICONS: Partial<Record<HitSubject, string>> = {
  component: 'kind:component',
  api: 'kind:api',
  resource: 'kind:resource',
  system: 'kind:system',
  domain: 'kind:domain',
  template: 'kind:template',
  user: 'kind:user',
  group: 'kind:group',
  docs: 'techdocs',
};

const OWN_ICONS: Partial<Record<HitSubject, IconElement>> = {
  operation: <RiRouteLine />,
  schema: <RiBracesLine />,
};

/** Decoration only: the label beside it says the same in words. */
export function HitIcon({ subject }: { subject: HitSubject }) {
  const icons = useApi(coreApis.icons);
  const key = APP_ICONS[subject];
  return (
    <span className={styles.icon} aria-hidden="true">
      {OWN_ICONS[subject] ?? (key && icons.icon(key)) ?? <RiFileTextLine />}
    </span>
  );
}
