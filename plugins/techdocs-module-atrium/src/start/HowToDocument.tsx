/** What a repository needs so that its documentation is published. */
export function HowToDocument() {
  return (
    <>
      Write Markdown into the folder <code>docs</code> beside{' '}
      <code>catalog-info.yaml</code>, name the site in <code>mkdocs.yml</code>,
      and add the annotation <code>backstage.io/techdocs-ref: dir:.</code> to
      the entity. A page is published within two minutes of its commit.
    </>
  );
}
