import { useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { EmptyState } from '@plaza/ui/states';
import clsx from 'clsx';
import Store from 'lucide-react/icons/store';
import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import { type SellerSection, sectionsFor, useRights } from './rights.tsx';

export interface SellerFrameProps {
  section: SellerSection;
  title: string;
  /** Beside the title: a count, "live". */
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** What every page for sellers shares: the way between them, the title and what can be done. */
export function SellerFrame({ section, title, aside, actions, children }: SellerFrameProps) {
  const sections = sectionsFor(useRights());
  return (
    <Container className="py-6 md:py-8">
      <nav aria-label={messages.frame.sections} className="mb-6 border-b border-line md:mb-8">
        <ul className="flex gap-6 overflow-x-auto">
          {sections.map(({ id, href }) => (
            <li key={id}>
              <AppLink
                href={href}
                aria-current={id === section ? 'page' : undefined}
                className={clsx(
                  'flex min-h-11 items-center border-b-2 font-medium no-underline -outline-offset-2 transition-colors',
                  id === section
                    ? 'border-accent text-ink'
                    : 'border-transparent text-ink-muted hover:text-ink',
                )}
              >
                {messages.frame[id]}
              </AppLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-3xl font-semibold wrap-anywhere">{title}</h1>
          {aside && <div className="mt-1 min-h-6 text-ink-muted">{aside}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
      </div>
      {children}
    </Container>
  );
}

/** For an account that does not sell. */
export function NotSelling() {
  const { Slot } = useHost();
  return (
    <Container className="flex flex-col gap-6 py-8">
      <Slot name="account/verify-notice" />
      <EmptyState
        title={messages.frame.notSellingTitle}
        text={messages.frame.notSellingText}
        icon={<Store size={28} />}
        actions={
          <>
            <AppLink href={paths.openShop()} className={buttonClass()}>
              {messages.frame.openShop}
            </AppLink>
            <AppLink
              href={paths.signIn(paths.sellerDashboard())}
              className={buttonClass({ variant: 'secondary' })}
            >
              {messages.frame.signIn}
            </AppLink>
          </>
        }
      />
    </Container>
  );
}
