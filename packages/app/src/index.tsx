import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './modules/theme/tokens.css';
import './modules/theme/controls.css';
import './modules/theme/toasts.css';
import './modules/layout/opening.css';
import ReactDOM from 'react-dom/client';
import App from './App';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element with id "root"');
}
ReactDOM.createRoot(root).render(App.createRoot());
