import { useMemo } from 'react';
import {
  configApiRef,
  iconsApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { Section } from '@atrium/ui';
import { readToolTemplates } from '../../tools/readToolTemplates';
import { toToolLinks } from '../../tools/ToolLink';
import { t } from '../../translation';
import styles from './ToolsCard.module.css';

/** Links into the tools of the organisation, filled in for this component. */
export function ToolsCard() {
  const { entity } = useEntity();
  const config = useApi(configApiRef);
  const icons = useApi(iconsApiRef);
  const templates = useMemo(() => readToolTemplates(config), [config]);
  const links = toToolLinks(templates, entity);
  if (links.length === 0) {
    return null;
  }
  return (
    <Section title={t('toolsCard.tools')}>
      <ul className={styles.list}>
        {links.map(({ id, title, icon, url }) => (
          <li key={id}>
            <Link
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              className={styles.link}
            >
              <span className={styles.icon} aria-hidden="true">
                {(icon && icons.icon(icon)) ?? <RiExternalLinkLine />}
              </span>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
