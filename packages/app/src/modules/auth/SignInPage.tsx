import { Alert, Button, Flex, Text } from '@backstage/ui';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { t } from '../../translation';
import { LogoMark } from '../layout/Logo';
import { useSignIn } from './useSignIn';
import styles from './SignInPage.module.css';

export function SignInPage(props: SignInPageProps) {
  const { state, signIn } = useSignIn(props.onSignInSuccess);
  const organization =
    useApi(configApiRef).getOptionalString('organization.name');

  if (state.status === 'restoring') {
    // The frame in index.html is seen meanwhile.
    return null;
  }
  return (
    <main className={styles.page}>
      <section className={styles.panel} aria-labelledby="sign-in-title">
        <LogoMark size={40} />
        <Flex direction="column" gap="2">
          <h1 id="sign-in-title" className={styles.title}>
            Atrium
          </h1>
          <Text color="secondary">
            {organization
              ? t('signInPage.theDeveloperPortalOfIts', { organization })
              : t('signInPage.servicesTheirOwnersDocsAnd')}
          </Text>
        </Flex>
        {state.status === 'failed' && (
          <Alert
            status="danger"
            icon
            title={t('signInPage.signInFailed')}
            description={state.reason}
          />
        )}
        <Button
          size="medium"
          className={styles.button}
          loading={state.status === 'signing-in'}
          onPress={signIn}
        >
          {t('signInPage.signIn')}
        </Button>
        {state.status === 'signing-in' && (
          <Text variant="body-small" color="secondary">
            {t('signInPage.goOnInTheWindow')}
          </Text>
        )}
      </section>
    </main>
  );
}
