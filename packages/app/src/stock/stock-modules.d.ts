/** A file of `@backstage/plugin-app`, found by bundler/extendConfig.cjs. */
declare module 'stock-toast-display' {
  import type { ComponentType } from 'react';

  export const ToastDisplay: ComponentType<{ transientTimeoutMs?: number }>;
}

/** A file of `@backstage/plugin-home-react`. */
declare module 'stock-home-settings' {
  import type { ComponentType, ReactNode } from 'react';

  export const SettingsModal: ComponentType<{
    open: boolean;
    close: () => void;
    componentName?: string;
    children: ReactNode;
  }>;
}
