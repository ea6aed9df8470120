import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { SectionFrame, type SectionFrameProps } from '@plaza/ui/section-frame';
import { EmptyState } from '@plaza/ui/states';
import KeyRound from 'lucide-react/icons/key-round';
import ShieldOff from 'lucide-react/icons/shield-off';
import { messages } from '../messages.ts';
import type { Denied } from './load-for-staff.ts';

type AdminSection =
  | 'overview'
  | 'people'
  | 'alerts'
  | 'audit'
  | 'platform'
  | 'teamFigures'
  | 'releases'
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
  { id: 'releases', href: paths.adminReleases() },
  { id: 'reconciliation', href: paths.adminReconciliation() },
  { id: 'deadLetters', href: paths.adminDeadLetters() },
];

export interface AdminFrameProps extends Omit<SectionFrameProps, 'label' | 'sections' | 'linkAs'> {
  section: AdminSection;
}

/** What every page for the staff shares: the way between them, the title and what can be done. */
export function AdminFrame({ section, ...page }: AdminFrameProps) {
  return (
    <SectionFrame
      label={messages.frame.sections}
      sections={sections.map(({ id, href }) => ({
        label: messages.frame[id],
        href,
        isCurrent: id === section,
      }))}
      linkAs={AppLink}
      {...page}
    />
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
