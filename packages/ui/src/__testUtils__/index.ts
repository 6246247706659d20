export { TestQueryProvider } from './TestQueryProvider';
