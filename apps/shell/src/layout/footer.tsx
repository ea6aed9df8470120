import { AppLink, paths } from '@plaza/navigation';
import { Container } from '@plaza/ui/container';
import { PlazaLogo } from '@plaza/ui/plaza-mark';
import { ThemeToggle } from '@plaza/ui/theme-toggle';
import { messages } from '../messages.ts';
import { openConsentBanner } from './consent-banner.tsx';

const { footer } = messages;
const linkClass =
  'inline-flex min-h-9 items-center text-sm text-ink-muted no-underline hover:text-ink hover:underline underline-offset-4';

const columns = [
  {
    title: footer.shop,
    links: [
      { label: footer.allProducts, href: paths.search('') },
      { label: footer.orders, href: paths.orders() },
      { label: footer.cart, href: paths.cart() },
    ],
  },
  {
    title: footer.sell,
    links: [
      { label: footer.dashboard, href: paths.sellerDashboard() },
      { label: footer.listings, href: paths.sellerListings() },
    ],
  },
];

export function Footer() {
  return (
    <footer className="mt-20 border-t border-line bg-surface-sunken print:hidden">
      <Container className="flex flex-col gap-10 py-12 md:flex-row md:justify-between">
        <div className="max-w-sm">
          <PlazaLogo />
          <p className="mt-3 text-sm text-ink-muted">{footer.tagline}</p>
        </div>
        <div className="grid grid-cols-2 gap-10 sm:flex sm:gap-16">
          {columns.map(({ title, links }) => (
            <div key={title}>
              <h2 className="text-sm font-semibold">{title}</h2>
              <ul className="mt-1">
                {links.map(({ label, href }) => (
                  <li key={href}>
                    <AppLink href={href} className={linkClass}>
                      {label}
                    </AppLink>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Container>
      <div className="border-t border-line">
        <Container className="flex flex-wrap items-center gap-x-6 gap-y-3 py-5">
          <p className="text-sm text-ink-muted">{footer.rights(new Date().getUTCFullYear())}</p>
          <button type="button" className={linkClass} onClick={openConsentBanner}>
            {footer.privacy}
          </button>
          <div className="sm:ms-auto">
            <ThemeToggle label={footer.appearance} />
          </div>
        </Container>
      </div>
    </footer>
  );
}
