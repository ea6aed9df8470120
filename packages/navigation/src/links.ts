export { AppLink, type AppLinkProps } from './app-link.tsx';
export { type Navigation, useNavigation } from './use-navigation.ts';
