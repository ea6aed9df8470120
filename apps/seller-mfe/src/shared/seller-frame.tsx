import { useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { SectionFrame, type SectionFrameProps } from '@plaza/ui/section-frame';
import { EmptyState } from '@plaza/ui/states';
import Store from 'lucide-react/icons/store';
import { messages } from '../messages.ts';
import { type SellerSection, sectionsFor, useRights } from './rights.tsx';

export interface SellerFrameProps extends Omit<SectionFrameProps, 'label' | 'sections' | 'linkAs'> {
  section: SellerSection;
}

/** What every page for sellers shares: the way between them, the title and what can be done. */
export function SellerFrame({ section, ...page }: SellerFrameProps) {
  return (
    <SectionFrame
      label={messages.frame.sections}
      sections={sectionsFor(useRights()).map(({ id, href }) => ({
        label: messages.frame[id],
        href,
        isCurrent: id === section,
      }))}
      linkAs={AppLink}
      {...page}
    />
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
