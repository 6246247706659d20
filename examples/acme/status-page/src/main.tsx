import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StatusPage } from './StatusPage';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element with id root');
}

createRoot(root).render(
  <StrictMode>
    <StatusPage />
  </StrictMode>,
);
