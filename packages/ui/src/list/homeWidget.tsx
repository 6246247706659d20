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

/** Draws a widget as the sections of the home page beside it. */
function HomeWidget({ title, Content }: HomeWidgetProps) {
  return (
    <Section title={title}>
      <div className={styles.card}>
        <Content />
      </div>
    </Section>
  );
}

/** The `components` of a widget of the home page that shows this. */
export function homeWidget(Content: () => JSX.Element): HomeWidgetParts {
  return { Content, Renderer: HomeWidget };
}
