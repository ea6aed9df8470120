import type { ElementType, ReactNode } from 'react';

export interface UiLinkProps {
  href: string;
  className?: string;
  rel?: string;
  'aria-label'?: string;
  'aria-current'?: 'page';
  children: ReactNode;
}

/** What draws a link inside a component: `'a'`, or the application's own link that navigates without reload. */
export type LinkElement = ElementType<UiLinkProps>;
