import { AppLink, paths } from '@plaza/navigation';
import { Container } from '@plaza/ui/container';
import clsx from 'clsx';
import Activity from 'lucide-react/icons/activity';
import Bot from 'lucide-react/icons/bot';
import KeyRound from 'lucide-react/icons/key-round';
import LayoutDashboard from 'lucide-react/icons/layout-dashboard';
import Link2 from 'lucide-react/icons/link-2';
import MapPin from 'lucide-react/icons/map-pin';
import Package from 'lucide-react/icons/package';
import ShieldCheck from 'lucide-react/icons/shield-check';
import UserRound from 'lucide-react/icons/user-round';
import { type ReactNode, useEffect, useRef } from 'react';
import { frameMessages as texts } from './messages.ts';

const SECTIONS = [
  { id: 'overview', href: paths.account(), icon: LayoutDashboard },
  { id: 'orders', href: paths.orders(), icon: Package },
  { id: 'profile', href: paths.accountProfile(), icon: UserRound },
  { id: 'addresses', href: paths.accountAddresses(), icon: MapPin },
  { id: 'security', href: paths.accountSecurity(), icon: KeyRound },
  { id: 'connections', href: paths.connections(), icon: Link2 },
  { id: 'api', href: paths.apiClients(), icon: Bot },
  { id: 'activity', href: paths.accountActivity(), icon: Activity },
  { id: 'privacy', href: paths.accountPrivacy(), icon: ShieldCheck },
] as const;

type AccountSection = (typeof SECTIONS)[number]['id'];

export interface AccountFrameProps {
  current: AccountSection;
  title: string;
  /** A line below the title. */
  text?: ReactNode;
  children: ReactNode;
}

/** What every page about an account stands in: its title, and beside it the way to the others. */
export function AccountFrame({ current, title, text, children }: AccountFrameProps) {
  return (
    <Container className="pt-6 pb-20 lg:pt-12">
      <div className="grid gap-6 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-12 xl:gap-16">
        <AccountNavigation current={current} />
        <div className="flex max-w-2xl min-w-0 flex-col gap-6">
          <header>
            <h1 className="text-3xl font-semibold">{title}</h1>
            {text && <p className="mt-2 text-ink-muted">{text}</p>}
          </header>
          {children}
        </div>
      </div>
    </Container>
  );
}

/** A column beside the page; on a narrow screen a row that can be pushed along, with the current one in sight. */
function AccountNavigation({ current }: { current: AccountSection }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const row = list.current;
    const item = row?.querySelector<HTMLElement>(`[data-section="${current}"]`);
    if (row && item) row.scrollLeft = item.offsetLeft - (row.clientWidth - item.clientWidth) / 2;
  }, [current]);
  return (
    <nav aria-label={texts.label} className="min-w-0 max-lg:-mx-4 max-lg:sm:-mx-6">
      <ul
        ref={list}
        className="relative flex gap-1 max-lg:overflow-x-auto max-lg:border-b max-lg:border-line max-lg:px-4 max-lg:pb-2 max-lg:sm:px-6 lg:sticky lg:top-24 lg:flex-col"
      >
        {SECTIONS.map(({ id, href, icon: Icon }) => (
          <li key={id} data-section={id} className="shrink-0">
            <AppLink
              href={href}
              aria-current={id === current ? 'page' : undefined}
              className={clsx(
                'flex min-h-11 items-center gap-3 rounded-md px-3 text-sm font-medium whitespace-nowrap no-underline transition-colors',
                id === current
                  ? 'bg-surface-sunken text-ink'
                  : 'text-ink-muted hover:bg-surface-sunken hover:text-ink',
              )}
            >
              <Icon size={18} aria-hidden="true" className="shrink-0" />
              {texts[id]}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
