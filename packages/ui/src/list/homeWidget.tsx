import type { TranslationRefTuple } from '@backstage/frontend-plugin-api';
import { titleText } from '../language/translations';
import { Section } from '../layout/Section';
import styles from './homeWidget.module.css';

/** What the home page gives a widget to draw. */
export interface HomeWidgetProps {
  title?: string;
  Content: () => JSX.Element;
}

/** The `components` of a widget of the home page. */
export interface HomeWidgetParts {
  Content: () => JSX.Element;
  Renderer: (props: HomeWidgetProps) => JSX.Element;
}

/**
 * The `components` of a widget of the home page that shows this, drawn as the
 * sections of the page beside it.
 *
 * @param title - of the widget, which the home page knows in English only
 */
export function homeWidget(
  Content: () => JSX.Element,
  title: TranslationRefTuple<undefined>,
): HomeWidgetParts {
  return {
    Content,
    Renderer: function HomeWidget(props) {
      return (
        <Section title={titleText(props.title ?? '', title)}>
          <div className={styles.card}>
            <props.Content />
          </div>
        </Section>
      );
    },
  };
}
