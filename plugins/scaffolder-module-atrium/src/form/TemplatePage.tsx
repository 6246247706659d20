import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { PageBody, useDocumentTitle } from '@atrium/ui';
import { useParams } from 'react-router-dom';
import { TemplateAside } from './TemplateAside';
import { TemplateForm } from './TemplateForm';
import styles from './TemplatePage.module.css';
import { useTemplate } from './useTemplate';

/** What a template makes, and the form that has it made. */
export function TemplatePage() {
  const { namespace = 'default', templateName: name = '' } = useParams();
  const templateRef = stringifyEntityRef({ kind: 'template', namespace, name });
  const template = useTemplate(templateRef);
  useDocumentTitle('part', template?.title ?? name);
  return (
    <BreadcrumbEntry entry={{ label: template?.title ?? name, href: '.' }}>
      <PageBody>
        <div className={styles.columns}>
          <SecretsContextProvider>
            <TemplateForm key={templateRef} templateRef={templateRef} />
          </SecretsContextProvider>
          <TemplateAside template={template} />
        </div>
      </PageBody>
    </BreadcrumbEntry>
  );
}
