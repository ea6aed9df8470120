import { AppLink } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { messages } from '../messages.ts';

export interface KeysetPagesProps {
  /** Addresses of the pages beside this one; null where there is none. */
  newerHref: string | null;
  /** When the way back leads to the beginning at once. */
  newerLabel?: string;
  olderHref: string | null;
}

/** The way through a list that is known from where one stands only; nothing when all of it is shown. */
export function KeysetPages({ newerHref, newerLabel, olderHref }: KeysetPagesProps) {
  if (newerHref === null && olderHref === null) return null;
  const className = buttonClass({ variant: 'secondary' });
  return (
    <nav aria-label={messages.pages.label} className="mt-6 flex justify-center gap-3">
      {newerHref !== null && (
        <AppLink href={newerHref} rel="prev" className={className}>
          <ChevronLeft size={18} aria-hidden="true" />
          {newerLabel ?? messages.pages.newer}
        </AppLink>
      )}
      {olderHref !== null && (
        <AppLink href={olderHref} rel="next" className={className}>
          {messages.pages.older}
          <ChevronRight size={18} aria-hidden="true" />
        </AppLink>
      )}
    </nav>
  );
}
