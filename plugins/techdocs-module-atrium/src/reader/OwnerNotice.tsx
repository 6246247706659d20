import { createPortal } from 'react-dom';
import { useParams } from 'react-router-dom';
import { useEntityOwnership } from '@backstage/plugin-catalog-react';
import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import {
  type DocsFacts,
  type DocsWarning,
  findPage,
} from '@atrium/plugin-techdocs-common';
import { readField } from '@atrium/ui';
import { t } from '../translation';
import { useDocsFacts } from './useDocsFacts';
import { type Placement, useMountPoint } from './useMountPoint';

/** More lines than this would be a report, not a notice. */
const MAX_SHOWN = 50;

const aboveArticle: Placement = (article, element) => article.before(element);

/** What the owning team should repair; nobody else is bothered with it. */
export function OwnerNotice() {
  const { '*': path = '' } = useParams();
  const { entityMetadata } = useTechDocsReaderPage();
  const { isOwnedEntity } = useEntityOwnership();
  const facts = useDocsFacts();
  const place = useMountPoint(aboveArticle);
  const isOwner = entityMetadata.value && isOwnedEntity(entityMetadata.value);
  if (!facts || facts.warnings.length === 0 || !isOwner || !place) {
    return null;
  }
  const source = findPage(facts, path)?.sourcePath;
  return createPortal(<Notice facts={facts} source={source} />, place);
}

interface NoticeProps {
  facts: DocsFacts;
  /** File of the page that is shown. */
  source: string | undefined;
}

function Notice({ facts, source }: NoticeProps) {
  const onThisPage = facts.warnings.filter(
    ({ page }) => page !== undefined && page === source,
  );
  const elsewhere = facts.warnings.filter(
    warning => !onThisPage.includes(warning),
  );
  const warnings = [...onThisPage, ...elsewhere];
  return (
    <details className="atrium-owner-notice">
      <summary>
        {summarise(warnings.length, onThisPage.length)}
        <span>{t('ownerNotice.onlyYourTeamSeesThis')}</span>
      </summary>
      <ul>
        {warnings.slice(0, MAX_SHOWN).map((warning, index) => (
          <li key={index}>
            {readField(warning, 'message')}
            <Place facts={facts} warning={warning} />
          </li>
        ))}
        {warnings.length > MAX_SHOWN && (
          <li>
            {t('ownerNotice.andMore', { more: warnings.length - MAX_SHOWN })}
          </li>
        )}
      </ul>
    </details>
  );
}

/** The file and line, leading to where the file is edited. */
function Place({ facts, warning }: { facts: DocsFacts; warning: DocsWarning }) {
  const { page: file, line } = warning;
  if (!file) {
    return null;
  }
  const place = <code>{line === undefined ? file : `${file}:${line}`}</code>;
  const editUrl = facts.pages.find(page => page.sourcePath === file)?.editUrl;
  return editUrl ? (
    <a href={editUrl} target="_blank" rel="noopener noreferrer">
      {place}
    </a>
  ) : (
    place
  );
}

function summarise(total: number, onThisPage: number): string {
  return onThisPage > 0
    ? t('ownerNotice.thingsToFixHere', { count: total, onThisPage })
    : t('ownerNotice.thingsToFix', { count: total });
}
