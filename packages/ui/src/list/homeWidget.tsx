import { Section } from '../layout/Section';
import styles from './homeWidget.module.css';

/** What the home page gives a widget to draw. */
export interface HomeWidgetProps {
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
 * @param title - what it is called, which the home page takes in one language only
 */
export function homeWidget(
  Content: () => JSX.Element,
  title: () => string,
): HomeWidgetParts {
  return {
    Content,
    Renderer: function HomeWidget(props) {
      return (
        <Section title={title()}>
          <div className={styles.card}>
            <props.Content />
          </div>
        </Section>
      );
    },
  };
}
