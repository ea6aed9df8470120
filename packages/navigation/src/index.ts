export { AppLink, type AppLinkProps } from './app-link.tsx';
export { paths, safeReturnTo } from './paths.ts';
export { formatSearchParams, parseSearchParams, type SearchParams } from './search-params.ts';
export { type Navigation, useNavigation } from './use-navigation.ts';
