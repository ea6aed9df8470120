// By their public name: how pages change is the shell's matter, which gives frontends its own.
export { AppLink, type AppLinkProps, type Navigation, useNavigation } from '@plaza/navigation/links';
export { paths, safeReturnTo } from './paths.ts';
export { formatSearchParams, parseSearchParams, type SearchParams } from './search-params.ts';
