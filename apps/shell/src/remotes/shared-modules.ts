import * as host from '@plaza/federation/host';
import * as links from '@plaza/navigation/links';
import * as query from '@tanstack/react-query';
import * as router from '@tanstack/react-router';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';

interface SharedModule {
  version: string;
  exports: Record<string, unknown>;
}

/**
 * What remotes take from the shell instead of bringing their own: shared-modules.json of @plaza/federation names the
 * same exports, and a test compares the two. Only what is listed here reaches the browser.
 */
export const sharedModules: Record<string, SharedModule> = {
  react: { version: react.version, exports: { ...react } },
  'react/jsx-runtime': { version: react.version, exports: { ...jsxRuntime } },
  'react-dom': {
    version: react.version,
    exports: {
      createPortal: reactDom.createPortal,
      flushSync: reactDom.flushSync,
      preconnect: reactDom.preconnect,
      preload: reactDom.preload,
      useFormStatus: reactDom.useFormStatus,
    },
  },
  '@tanstack/react-router': {
    version: '1.170.46',
    exports: {
      useBlocker: router.useBlocker,
      useLocation: router.useLocation,
      useRouter: router.useRouter,
      useRouterState: router.useRouterState,
    },
  },
  '@tanstack/react-query': {
    version: '5.108.0',
    exports: {
      QueryClient: query.QueryClient,
      QueryClientProvider: query.QueryClientProvider,
      keepPreviousData: query.keepPreviousData,
      skipToken: query.skipToken,
      useMutation: query.useMutation,
      useQuery: query.useQuery,
      useQueryClient: query.useQueryClient,
    },
  },
  '@plaza/navigation/links': {
    version: '1.0.0',
    exports: { AppLink: links.AppLink, useNavigation: links.useNavigation },
  },
  '@plaza/federation/host': {
    version: '1.0.0',
    exports: {
      HostProvider: host.HostProvider,
      toApiError: host.toApiError,
      useHost: host.useHost,
      useSubscription: host.useSubscription,
    },
  },
};
