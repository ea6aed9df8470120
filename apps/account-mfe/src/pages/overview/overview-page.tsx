import { addressLines } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactNode } from 'react';
import { AccountFrame } from '../../account-frame/account-frame.tsx';
import { frameMessages } from '../../account-frame/messages.ts';
import { useFormatTime } from '../../local-time.tsx';
import { Avatar } from '../../profile/avatar.tsx';
import { ErasingNotice } from '../../profile/erasing-notice.tsx';
import { profileMessages } from '../../profile/messages.ts';
import { nameActivity } from '../../profile/name-activity.ts';
import type { OverviewData } from './load-overview.ts';

const texts = profileMessages.overview;

/** Who one is here, and where everything about the account is. */
export function OverviewPage({ data: { profile, addresses, privacy, latest } }: PageProps<OverviewData>) {
  const formatTime = useFormatTime();
  const [first] = addresses;
  return (
    <AccountFrame current="overview" title={texts.title}>
      {privacy.erasureDueAt && <ErasingNotice dueAt={privacy.erasureDueAt} />}
      <Card padding="lg" className="flex items-center gap-5">
        <Avatar url={profile.avatarUrl} name={profile.displayName} className="size-18 text-2xl" />
        <div className="min-w-0">
          <p className="text-xl font-semibold wrap-anywhere">{profile.displayName}</p>
          <p className="text-ink-muted wrap-anywhere">{profile.email}</p>
          <p className="text-sm text-ink-muted">{texts.since(formatTime(profile.createdAt, 'day'))}</p>
        </div>
      </Card>
      <ul className="grid gap-4 sm:grid-cols-2">
        <Way href={paths.orders()} title={texts.orders} text={texts.ordersText} />
        <Way href={paths.accountProfile()} title={frameMessages.profile} text={texts.profile} />
        <Way
          href={paths.accountAddresses()}
          title={frameMessages.addresses}
          text={first ? addressLines(first.address).slice(0, 2).join(', ') : texts.addresses(0)}
        />
        <Way href={paths.accountSecurity()} title={frameMessages.security} text={texts.security} />
        <Way href={paths.connections()} title={frameMessages.connections} text={texts.connections} />
        <Way
          href={paths.accountActivity()}
          title={frameMessages.activity}
          text={latest ? `${nameActivity(latest)}, ${formatTime(latest.at)}` : texts.activity}
        />
        <Way href={paths.apiClients()} title={frameMessages.api} text={texts.api} />
        <Way href={paths.accountPrivacy()} title={frameMessages.privacy} text={texts.privacy} />
      </ul>
      {profile.socialLinks.length > 0 && (
        <section>
          <h2 className="mb-2 text-lg font-semibold">{texts.links}</h2>
          <ul className="flex flex-col gap-1">
            {profile.socialLinks.map((link) => (
              <li key={link}>
                <a href={link} rel="nofollow ugc noopener noreferrer" target="_blank" className={linkClass}>
                  {link.replace(/^https:\/\//, '')}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </AccountFrame>
  );
}

function Way({ href, title, text }: { href: string; title: string; text: ReactNode }) {
  return (
    <li>
      <Card className="relative flex h-full items-center gap-3 transition-colors hover:border-line-strong">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">
            <AppLink
              href={href}
              className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-focus"
            >
              {title}
            </AppLink>
          </h2>
          <p className="line-clamp-2 text-sm text-ink-muted wrap-anywhere">{text}</p>
        </div>
        <ChevronRight size={20} aria-hidden="true" className="shrink-0 text-ink-muted" />
      </Card>
    </li>
  );
}
