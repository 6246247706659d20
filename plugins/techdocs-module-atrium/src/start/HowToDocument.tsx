import { t } from '../translation';

/** What a repository needs so that its documentation is published. */
export function HowToDocument() {
  return (
    <>
      {t('howToDocument.writeMarkdown', {
        folder: <code>docs</code>,
        catalogFile: <code>catalog-info.yaml</code>,
        siteFile: <code>mkdocs.yml</code>,
        annotation: <code>backstage.io/techdocs-ref: dir:.</code>,
      })}
    </>
  );
}
