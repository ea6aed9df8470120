import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { EmptyState } from '@plaza/ui/states';
import clsx from 'clsx';
import KeyRound from 'lucide-react/icons/key-round';
import ShieldOff from 'lucide-react/icons/shield-off';
import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import type { Denied } from './load-for-staff.ts';

type AdminSection =
  | 'overview'
  | 'people'
  | 'alerts'
  | 'audit'
  | 'platform'
  | 'teamFigures'
  | 'reconciliation'
  | 'deadLetters';

/** The way between the pages; a new page adds its line here. */
const sections: readonly { id: AdminSection; href: string }[] = [
  { id: 'overview', href: paths.adminOverview() },
  { id: 'people', href: paths.adminPeople() },
  { id: 'alerts', href: paths.adminAlerts() },
  { id: 'audit', href: paths.adminAudit() },
  { id: 'platform', href: paths.adminPlatform() },
  { id: 'teamFigures', href: paths.adminTeamFigures() },
  { id: 'reconciliation', href: paths.adminReconciliation() },
  { id: 'deadLetters', href: paths.adminDeadLetters() },
];

export interface AdminFrameProps {
  section: AdminSection;
  title: string;
  /** Beside the title: a state, an address. */
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Scrolls the row of sections, not the page, to the one that is open: on a phone it may lie outside. */
function showInRow(link: HTMLAnchorElement | null): void {
  const row = link?.closest('ul');
  if (row && link) row.scrollLeft = link.offsetLeft - row.offsetLeft;
}

/** What every page for the staff shares: the way between them, the title and what can be done. */
export function AdminFrame({ section, title, aside, actions, children }: AdminFrameProps) {
  return (
    <Container className="py-6 md:py-8">
      <nav aria-label={messages.frame.sections} className="mb-6 border-b border-line md:mb-8">
        <ul className="flex gap-6 overflow-x-auto">
          {sections.map(({ id, href }) => (
            <li key={id} className="shrink-0">
              <AppLink
                href={href}
                ref={id === section ? showInRow : undefined}
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

interface NothingToSeeProps {
  why: Denied;
  returnTo: string;
}

/** Instead of a page: for an account without the role, and for staff who have shown one proof alone. */
export function NothingToSee({ why, returnTo }: NothingToSeeProps) {
  const isStaff = why === 'second_step_required';
  return (
    <Container className="py-8">
      <EmptyState
        title={isStaff ? messages.frame.secondStepTitle : messages.frame.notStaffTitle}
        text={isStaff ? messages.frame.secondStepText : messages.frame.notStaffText}
        icon={isStaff ? <KeyRound size={28} /> : <ShieldOff size={28} />}
        actions={
          <>
            <AppLink href={isStaff ? paths.accountSecurity() : paths.home()} className={buttonClass()}>
              {isStaff ? messages.frame.security : messages.frame.home}
            </AppLink>
            <AppLink
              href={paths.signIn(returnTo, { step: 'again' })}
              className={buttonClass({ variant: 'secondary' })}
            >
              {isStaff ? messages.frame.signInAgain : messages.frame.signIn}
            </AppLink>
          </>
        }
      />
    </Container>
  );
}
