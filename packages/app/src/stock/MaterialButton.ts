import { lazy } from 'react';

/** The button of a page that failed. */
export default lazy(() => import('@material-ui/core/Button'));
