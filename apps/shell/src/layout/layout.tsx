import { SkipLink } from '@plaza/ui/skip-link';
import { Toaster } from '@plaza/ui/toaster';
import { Outlet } from '@tanstack/react-router';
import { useShell } from '../shell-context.ts';
import { Boundaries } from './boundaries/boundaries.tsx';
import { ConsentBanner } from './consent-banner.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { MAIN_ID } from './ids.ts';
import { NetworkNotice } from './network-notice.tsx';
import { OverrideBar } from './override-bar.tsx';
import { PageAnnouncer } from './page-announcer.tsx';
import { RouteProgress } from './route-progress.tsx';

/** What stands around every page. */
export function Layout() {
  const { toaster } = useShell();
  return (
    <div className="flex min-h-dvh flex-col pb-(--plaza-dock)">
      <SkipLink target={MAIN_ID} />
      <RouteProgress />
      <OverrideBar />
      <Header />
      <NetworkNotice />
      <main id={MAIN_ID} tabIndex={-1} className="flex-1 outline-none">
        <Outlet />
      </main>
      <Footer />
      <ConsentBanner />
      <Toaster toaster={toaster} />
      <PageAnnouncer />
      <Boundaries />
    </div>
  );
}
